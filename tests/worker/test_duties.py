"""The worker's duties: confirming receipts, seeing lateness; one that breaks stops no other."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.db.session import session_scope
from bot.letters.models import Letter
from bot.outbox.delivery import DeliveryFailed
from bot.outbox.lanes import MAIL, enqueue
from bot.outbox.models import OutboxMessage
from bot.requests.models import Request, RequestEvent
from bot.worker import receipts
from bot.worker.deliver import deliver_one
from bot.worker.duties import DUTIES, Duty, Roster
from bot.worker.lateness import record_lateness
from bot.worker.loop import run
from bot.worker.receipts import confirm_receipts
from tests.support.office import do, file_at, make_school
from tests.support.requests import NOW, SETTINGS

SOON = NOW + timedelta(minutes=1)


@pytest.fixture
def filed(engine) -> None:
    with session_scope(engine) as session:
        file_at(session, make_school(session))


def letters(engine) -> list[str]:
    with session_scope(engine, read_only=True) as session:
        return list(session.scalars(select(Letter.kind)))


def test_a_receipt_is_confirmed_once(engine, filed) -> None:
    assert confirm_receipts(engine, SETTINGS, SOON) == 1
    assert confirm_receipts(engine, SETTINGS, SOON) == 0
    assert letters(engine) == ["ontvangst"]


def test_a_receipt_that_cannot_be_confirmed_holds_up_no_other(
    engine, filed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_scope(engine) as session:
        file_at(session, make_school(session, slug="ster", name="De Ster"), kind="klacht")
    write = receipts.draft

    def breaks_for_complaints(session, request, doing, note):
        if request.kind == "klacht":
            raise ZeroDivisionError
        return write(session, request, doing, note)

    monkeypatch.setattr(receipts, "draft", breaks_for_complaints)
    assert confirm_receipts(engine, SETTINGS, SOON) == 1
    assert letters(engine) == ["ontvangst"]


def test_a_receipt_is_not_confirmed_before_its_time(engine, filed) -> None:
    assert confirm_receipts(engine, SETTINGS, NOW + timedelta(seconds=5)) == 0


def test_a_school_that_confirms_by_hand_is_left_alone(engine) -> None:
    with session_scope(engine) as session:
        file_at(session, make_school(session, confirms_receipt=False))
    assert confirm_receipts(engine, SETTINGS, SOON) == 0


def test_what_came_in_long_ago_is_not_confirmed_any_more(engine, filed) -> None:
    assert confirm_receipts(engine, SETTINGS, NOW + timedelta(days=4)) == 0


def late_days(engine) -> list:
    with session_scope(engine, read_only=True) as session:
        query = select(RequestEvent.data).where(RequestEvent.kind == "te_laat")
        return list(session.scalars(query))


def test_becoming_late_is_recorded_once_and_not_a_day_early(engine, filed) -> None:
    last_day = datetime(2026, 12, 23, 22, 30, tzinfo=UTC)
    assert record_lateness(engine, SETTINGS, last_day) == 0
    # 23.30 UTC is already the 24th on the school's clock.
    assert record_lateness(engine, SETTINGS, last_day + timedelta(hours=1)) == 1
    assert record_lateness(engine, SETTINGS, last_day + timedelta(days=1)) == 0
    assert late_days(engine) == [{"due_on": "2026-12-23"}]


def test_a_clock_that_stands_still_is_not_late(engine, filed) -> None:
    with session_scope(engine) as session:
        do(session, session.scalars(select(Request)).one(), "identiteit_vragen")
    assert record_lateness(engine, SETTINGS, NOW + timedelta(days=90)) == 0


def test_a_duty_that_breaks_does_not_stop_the_next(engine) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("disk full")

    done: list[datetime] = []

    def works(_engine: object, _settings: object, now: datetime) -> int:
        done.append(now)
        return 1

    hour = timedelta(hours=1)
    roster = Roster((Duty("a", hour, broken), Duty("b", hour, works)))
    for minutes in (0, 30, 60):
        roster.work(engine, SETTINGS, NOW + timedelta(minutes=minutes))
    assert done == [NOW, NOW + hour]


def test_a_clock_that_was_set_back_does_not_stop_a_duty(engine) -> None:
    done: list[datetime] = []
    duty = Duty("b", timedelta(hours=1), lambda _e, _s, now: done.append(now) or 1)
    roster = Roster((duty,))
    roster.work(engine, SETTINGS, NOW)
    roster.work(engine, SETTINGS, NOW - timedelta(days=1))
    assert len(done) == 2


def test_every_duty_runs_on_an_empty_database(engine) -> None:
    assert [duty.work(engine, SETTINGS, NOW) for duty in DUTIES] == [0] * len(DUTIES)


def put(engine, lane: str = "a") -> None:
    payload = {"to": "mo@voorbeeld.nl", "subject": "x", "text": "y"}
    with session_scope(engine) as session:
        enqueue(session, channel=MAIL, lane=lane, payload=payload, at=NOW)


def states(engine) -> list[tuple[str, str | None]]:
    with session_scope(engine, read_only=True) as session:
        query = select(OutboxMessage.state, OutboxMessage.last_error).order_by(OutboxMessage.lane)
        return [tuple(row) for row in session.execute(query)]


def test_a_message_that_nobody_foresaw_does_not_stop_the_others(engine) -> None:
    def breaks_on_a(session, message, settings):
        def send() -> None:
            if message.lane == "a":
                raise ZeroDivisionError("geheim")

        return send

    put(engine, "a")
    put(engine, "b")
    channels = {MAIL: breaks_on_a}
    while deliver_one(engine, SETTINGS, lambda: NOW, channels):
        pass
    assert states(engine) == [
        ("wacht", "onverwachte fout bij het versturen"),
        ("verzonden", None),
    ]


def test_the_loop_finishes_the_message_in_work_before_it_stops(engine) -> None:
    stop = threading.Event()

    def stops_while_sending(session, message, settings):
        return stop.set

    put(engine, "a")
    put(engine, "b")
    run(
        engine,
        SETTINGS,
        stop,
        now=lambda: NOW,
        roster=Roster(()),
        channels={MAIL: stops_while_sending},
    )
    assert states(engine) == [("verzonden", None), ("wacht", None)]


def test_a_refused_delivery_waits_for_its_next_attempt(engine) -> None:
    def refuses(session, message, settings):
        raise DeliveryFailed("de brief is er niet meer", final=True)

    put(engine)
    assert deliver_one(engine, SETTINGS, lambda: NOW, {MAIL: refuses})
    assert states(engine) == [("mislukt", "de brief is er niet meer")]
