"""Messages leave in order, once if all goes well, and marked when that is not sure."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import select

from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.outbox.dead_letters import drop, list_failed, resend
from bot.outbox.delivery import (
    LEASE,
    MOST_ATTEMPTS,
    DeliveryFailed,
    claim_next,
    mark_failed,
    mark_sent,
    return_expired,
    wait_after,
)
from bot.outbox.lanes import MAIL, enqueue
from bot.outbox.models import OutboxMessage
from bot.outbox.states import STEPS, OutboxStepRefused, check_outbox_step

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LISTED = {
    ("wacht", "bezig"),
    ("wacht", "vervallen"),
    ("bezig", "verzonden"),
    ("bezig", "wacht"),
    ("bezig", "mislukt"),
    ("mislukt", "wacht"),
    ("mislukt", "vervallen"),
}


def put(session, lane="a", text="hallo") -> OutboxMessage:
    payload = {"to": "mo@voorbeeld.nl", "subject": "x", "text": text}
    return enqueue(session, channel=MAIL, lane=lane, payload=payload, at=NOW)


@pytest.mark.parametrize(("state", "to"), list(product(STEPS, STEPS)))
def test_exactly_the_listed_steps_are_possible(state, to) -> None:
    if (state, to) in LISTED:
        check_outbox_step(state, to)
    else:
        with pytest.raises(OutboxStepRefused):
            check_outbox_step(state, to)


def test_a_lane_is_delivered_in_order_and_one_at_a_time(session) -> None:
    first, second = put(session), put(session)
    assert claim_next(session, NOW) is first
    assert claim_next(session, NOW) is None
    mark_sent(session, first.id, NOW)
    assert claim_next(session, NOW) is second


def test_another_lane_does_not_wait(session) -> None:
    put(session)
    other = put(session, lane="b")
    claim_next(session, NOW)
    assert claim_next(session, NOW) is other


def test_what_was_sent_leaves_no_text_behind(session) -> None:
    message = put(session, text="geheim")
    claim_next(session, NOW)
    mark_sent(session, message.id, NOW)
    assert (message.state, message.payload, message.sent_at) == ("verzonden", {}, NOW)


def test_a_failure_is_tried_again_later_and_later(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    mark_failed(session, message.id, DeliveryFailed("geen verbinding"), NOW)
    assert (message.state, message.last_error) == ("wacht", "geen verbinding")
    assert claim_next(session, NOW) is None
    assert claim_next(session, NOW + timedelta(minutes=1)) is message


def test_waiting_doubles_up_to_an_hour() -> None:
    minutes = [wait_after(attempts) // timedelta(minutes=1) for attempts in range(1, 9)]
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60]


def test_after_the_last_attempt_it_is_a_dead_letter_that_holds_up_its_lane(session) -> None:
    first, second = put(session), put(session)
    moment = NOW
    for _ in range(MOST_ATTEMPTS):
        assert claim_next(session, moment) is first
        mark_failed(session, first.id, DeliveryFailed("geen verbinding"), moment)
        moment += timedelta(hours=2)
    assert first.state == "mislukt"
    assert claim_next(session, moment) is None
    assert list(list_failed(session, None)) == [first]
    resend(session, first, moment)
    assert claim_next(session, moment) is first
    mark_sent(session, first.id, moment)
    assert claim_next(session, moment) is second


def test_what_can_never_succeed_is_a_dead_letter_at_once(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    mark_failed(session, message.id, DeliveryFailed("adres bestaat niet", final=True), NOW)
    assert (message.state, message.attempts) == ("mislukt", 1)


def test_a_dropped_dead_letter_lets_the_next_one_pass(session) -> None:
    first, second = put(session), put(session)
    claim_next(session, NOW)
    mark_failed(session, first.id, DeliveryFailed("nee", final=True), NOW)
    drop(session, first)
    assert first.payload == {}
    assert claim_next(session, NOW) is second


def test_only_a_dead_letter_can_be_sent_again(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    mark_sent(session, message.id, NOW)
    with pytest.raises(OutboxStepRefused):
        resend(session, message, NOW)


def test_a_dead_worker_loses_its_message_marked_and_not_before_its_time(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    assert return_expired(session, NOW + LEASE - timedelta(seconds=1)) == 0
    assert return_expired(session, NOW + LEASE) == 1
    session.refresh(message)
    assert (message.state, message.maybe_sent_before) == ("wacht", True)


def test_a_slow_worker_that_comes_too_late_changes_nothing(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    return_expired(session, NOW + LEASE)
    mark_sent(session, message.id, NOW + LEASE)
    session.refresh(message)
    assert message.state == "wacht"


def test_a_connection_that_broke_halfway_marks_the_message(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    mark_failed(session, message.id, DeliveryFailed("weg", maybe_arrived=True), NOW)
    assert message.maybe_sent_before


def test_a_school_sees_its_own_dead_letters_only(session) -> None:
    message = put(session)
    claim_next(session, NOW)
    mark_failed(session, message.id, DeliveryFailed("nee", final=True), NOW)
    assert list(list_failed(session, [])) == []


def test_two_workers_never_take_the_same_message(database_url) -> None:
    engines = [make_engine(database_url) for _ in range(2)]
    with session_scope(engines[0]) as session:
        wanted = {put(session, lane=str(number)).id for number in range(30)}
    taken: list[list] = [[], []]

    def work(number: int) -> None:
        while True:
            with session_scope(engines[number]) as session:
                message = claim_next(session, NOW)
                if message is None:
                    return
                taken[number].append(message.id)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, taken[0] + taken[1])) == sorted(map(str, wanted))
    with session_scope(engines[0]) as session:
        assert set(session.scalars(select(OutboxMessage.state))) == {"bezig"}
    for engine in engines:
        engine.dispose()
