"""When a school's office can be reached, on the clock of the wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.calendar_nl import public_holidays
from bot.schools.models import School, SchoolHoliday

# The longest holiday a school can enter, and a few days around it.
_FURTHEST = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Opening:
    """One stretch of a day in which somebody is there."""

    opens: datetime
    closes: datetime


def opening_on(school: School, day: date, zone: ZoneInfo) -> Opening | None:
    """None on a day that the office is closed, or when its hours are not known."""
    hours = _hours(school.office_hours, day.weekday())
    if hours is None or day in public_holidays(day.year) or _is_holiday(school.holidays, day):
        return None
    opens, closes = (datetime.combine(day, time.fromisoformat(text), zone) for text in hours)
    return Opening(opens, closes)


def open_now(school: School, now: datetime, zone: ZoneInfo) -> Opening | None:
    """The opening that `now` falls in."""
    today = opening_on(school, now.astimezone(zone).date(), zone)
    return today if today is not None and today.opens <= now < today.closes else None


def next_opening(school: School, now: datetime, zone: ZoneInfo) -> Opening | None:
    """The first one that begins after `now`; None when that is not known."""
    for day in _days_from(now.astimezone(zone).date()):
        opening = opening_on(school, day, zone)
        if opening is not None and opening.opens > now:
            return opening
    return None


def _hours(week: Sequence[list[str] | None], weekday: int) -> list[str] | None:
    return week[weekday] if weekday < len(week) else None


def _is_holiday(holidays: Sequence[SchoolHoliday], day: date) -> bool:
    return any(holiday.first <= day <= holiday.last for holiday in holidays)


def _days_from(first: date) -> Iterator[date]:
    return (first + timedelta(days=count) for count in range(_FURTHEST.days))
