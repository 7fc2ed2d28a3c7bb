"""Moments in the past: when an office works, when parents write, and which receipt is due when."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

from bot.calendar_nl import why_not_working
from bot.requests.deadlines import answer_by
from bot.requests.terms import Term
from bot.settings import Settings

# How much comes in per month, January first: little in summer, much when a school year starts.
_BUSY = (10, 11, 12, 8, 9, 10, 3, 3, 12, 13, 12, 8)


def office_moment(day: date, rng: random.Random, settings: Settings) -> datetime:
    """In office hours of that day, or of the first working day after it."""
    while why_not_working(day) is not None:
        day += timedelta(days=1)
    return _moment(day, time(rng.randint(8, 15), rng.randint(20, 59)), settings)


def working_moment(today: date, days: int, hour: time, settings: Settings) -> datetime:
    """At that hour, so many working days before today."""
    day = today
    while days:
        day -= timedelta(days=1)
        days -= why_not_working(day) is None
    return _moment(day, hour, settings)


def parents_moment(day: date, rng: random.Random, settings: Settings) -> datetime:
    """Any hour that people are awake."""
    return _moment(day, time(rng.randint(7, 22), rng.randint(0, 59)), settings)


def midnight_after(day: date, settings: Settings) -> datetime:
    """When the worker sees that this day is over."""
    return _moment(day + timedelta(days=1), time(0, 2), settings)


def _moment(day: date, hour: time, settings: Settings) -> datetime:
    return datetime.combine(day, hour, tzinfo=settings.timezone).astimezone(UTC)


def receipt_between(today: date, ages: tuple[int, int], rng: random.Random) -> date:
    """A day so many days ago, at least and at most; more likely in a busy month."""
    days = [today - timedelta(days=ago) for ago in range(ages[0], ages[1] + 1)]
    weights = [_BUSY[day.month - 1] * (1 if day.weekday() < 5 else 0.4) for day in days]
    return rng.choices(days, weights=weights)[0]


def receipt_due_on(due: date, term: Term) -> date:
    """The latest receipt that must be answered by that day, or by the first working day after."""
    while why_not_working(due) is not None:
        due += timedelta(days=1)
    received = due
    while answer_by(received, term).last_day > due:
        received -= timedelta(days=1)
    return received
