"""The clock jumps over a change to or from summer time: no day too early, nothing done twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.db.session import session_scope
from bot.letters.models import Letter
from bot.requests.deadlines import received_on
from bot.requests.models import RequestEvent
from bot.worker.duties import DUTIES, Duty, Roster
from tests.support.office import make_school
from tests.support.requests import SETTINGS, answers_for, file

# Nights in which the clock of Amsterdam goes from 2 to 3, and from 3 back to 2: both at 01.00 UTC.
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
QUARTER = timedelta(minutes=15)
# Without a network, and without what another test shows: these write about requests.
OURS = ("return_expired", "confirm_receipts", "record_lateness", "erase_due")


def days_around(change: date) -> Iterator[datetime]:
    """Three days by a machine whose clock is set by hand in that night: an hour on and back again,
    by somebody who did not know that it goes by itself."""
    start = datetime(change.year, change.month, change.day, tzinfo=UTC) - timedelta(hours=12)
    for step in range(3 * 24 * 4):
        moment = start + step * QUARTER
        yield moment
        if moment == start + timedelta(hours=13):
            yield from (moment + timedelta(hours=1), moment - timedelta(hours=1), moment)


@pytest.mark.parametrize(
    ("change", "received", "last_day"),
    [
        (SPRING, datetime(2026, 2, 28, 12, tzinfo=UTC), date(2026, 3, 30)),
        (AUTUMN, datetime(2026, 9, 24, 12, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_worker_works_on_through_the_change(
    engine, change: date, received: datetime, last_day: date
) -> None:
    night = datetime(change.year, change.month, change.day, 0, 59, tzinfo=UTC)
    with session_scope(engine) as session:
        school = make_school(session)
        for key, now in (("late", received), ("fresh", night)):
            filed = file(session, filing_key=key, now=now, answers=answers_for("inzage"))
            filed.request.school_id = school.id
    roster = Roster(tuple(duty for duty in DUTIES if duty.name in OURS))
    late: datetime | None = None
    for now in days_around(change):
        roster.work(engine, SETTINGS, now)
        if late is None and kinds(engine)["te_laat"]:
            late = now
    assert late is not None
    # Once the day is over on the school's own calendar, and not an hour before.
    assert received_on(late, SETTINGS.timezone) == last_day + timedelta(days=1)
    assert received_on(late - QUARTER, SETTINGS.timezone) == last_day
    assert kinds(engine)["te_laat"] == 1
    with session_scope(engine, read_only=True) as session:
        assert session.scalars(select(Letter.kind)).all() == ["ontvangst"]


def kinds(engine) -> Counter[str]:
    with session_scope(engine, read_only=True) as session:
        return Counter(session.scalars(select(RequestEvent.kind)))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # 23.59 and 00.00 in winter time, the evening before; then in summer time, the evening after.
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        # The hour that is there twice.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_day_of_receipt_is_a_day_of_the_school(moment: datetime, day: date) -> None:
    assert received_on(moment, SETTINGS.timezone) == day


def test_every_duty_is_done_on_time_through_both_nights(engine) -> None:
    """By time that passes: the wall clock's missing or double hour makes no duty early or late."""
    done: list[datetime] = []
    duty = Duty("often", timedelta(minutes=30), lambda _e, _s, now: done.append(now) or 0)
    for day in (SPRING, AUTUMN):
        roster = Roster((duty,))
        start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=2)
        done.clear()
        for step in range(6 * 4):
            roster.work(engine, SETTINGS, start + step * QUARTER)
        assert done == [start + step * timedelta(minutes=30) for step in range(12)]
