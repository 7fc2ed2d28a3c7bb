"""How long the school still has, in words: never by colour alone."""

from __future__ import annotations

from datetime import date


def days_left(due_on: date, today: date) -> int:
    """Below zero: days too late."""
    return (due_on - today).days


def time_left_nl(due_on: date, today: date) -> str:
    """`nog 3 dagen`, `vandaag`, `2 dagen te laat`."""
    days = days_left(due_on, today)
    if days < 0:
        return f"{_days(-days)} te laat"
    return {0: "vandaag", 1: "morgen"}.get(days, f"nog {days} dagen")


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"
