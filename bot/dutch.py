"""Dates in Dutch words."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def date_nl(day: date) -> str:
    """`1 maart 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_nl(day: date) -> str:
    """`maandag`."""
    return WEEKDAYS[day.weekday()]


def long_date_nl(day: date) -> str:
    """`maandag 1 maart 2027`."""
    return f"{weekday_nl(day)} {date_nl(day)}"
