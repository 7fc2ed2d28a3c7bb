"""Opening hours on the wall's clock: weekends, holidays of the law and of the school, summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.schools.models import School, SchoolHoliday
from bot.schools.opening_hours import next_opening, open_now

ZONE = ZoneInfo("Europe/Amsterdam")
WEEK = [["08:30", "16:00"]] * 2 + [["08:30", "12:00"], ["08:30", "16:00"], ["08:30", "15:00"]]


def school(hours: list | None = None, *holidays: tuple[date, date]) -> School:
    made = School(name="De Regenboog", office_hours=[*WEEK, None, None] if hours is None else hours)
    made.holidays = [SchoolHoliday(name="vakantie", first=f, last=last) for f, last in holidays]
    return made


def at(text: str) -> datetime:
    """A moment on the wall's clock, as our clock gives it."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23 08:29", False),
        ("2026-11-23 08:30", True),
        ("2026-11-23 15:59", True),
        ("2026-11-23 16:00", False),
        ("2026-11-25 12:30", False),  # Wednesday afternoon
        ("2026-11-28 10:00", False),  # Saturday
        ("2026-12-25 10:00", False),  # Christmas, a Friday
        ("2027-04-27 10:00", False),  # Koningsdag
        ("2027-05-05 10:00", False),  # Bevrijdingsdag
        # Summer time ended on 25 October 2026 and begins on 28 March 2027.
        ("2026-10-23 08:29", False),
        ("2026-10-23 08:30", True),
        ("2026-10-26 08:29", False),
        ("2026-10-26 08:30", True),
        ("2027-03-26 15:00", False),
        ("2027-03-30 08:30", True),
    ],
)
def test_the_office_is_open_when_its_hours_say_so(moment: str, is_open: bool) -> None:
    assert (open_now(school(), at(moment), ZONE) is not None) == is_open


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-23 07:00", "2026-11-23 08:30"),
        ("2026-11-23 10:00", "2026-11-24 08:30"),
        ("2026-11-27 18:00", "2026-11-30 08:30"),  # over the weekend
        ("2026-12-24 17:00", "2026-12-28 08:30"),  # over Christmas and the weekend after it
        ("2026-10-23 17:00", "2026-10-26 08:30"),  # over the end of summer time
        ("2027-03-26 17:00", "2027-03-30 08:30"),  # over Easter and the beginning of summer time
    ],
)
def test_the_next_opening_is_the_first_day_that_somebody_is_there(moment: str, opens: str) -> None:
    found = next_opening(school(), at(moment), ZONE)
    assert found is not None
    assert found.opens == at(opens)


def test_the_summer_holiday_is_skipped() -> None:
    summer = (date(2027, 7, 17), date(2027, 8, 29))
    found = next_opening(school(None, summer), at("2027-07-16 16:30"), ZONE)
    assert found is not None
    assert found.opens == at("2027-08-30 08:30")
    assert open_now(school(None, summer), at("2027-07-19 10:00"), ZONE) is None


@pytest.mark.parametrize("hours", [[], [None] * 7])
def test_without_hours_nothing_is_known(hours: list) -> None:
    assert open_now(school(hours), at("2026-11-23 10:00"), ZONE) is None
    assert next_opening(school(hours), at("2026-11-23 10:00"), ZONE) is None
