"""When an answer was last checked against its sources, and when that is too long ago."""

from __future__ import annotations

from datetime import date

from bot.dutch import MONTHS
from bot.knowledge.catalog import Answer

LONGEST_MONTHS = 12


def months_since_check(answer: Answer, today: date) -> int:
    return _months_since(answer.checked, today)


def is_stale(answer: Answer, today: date) -> bool:
    """True when the check is more than twelve months ago: the parent is told so."""
    return is_long_ago(answer.checked, today)


def is_long_ago(checked: str, today: date) -> bool:
    """The same of a month, as `2026-11`."""
    return _months_since(checked, today) > LONGEST_MONTHS


def _months_since(checked: str, today: date) -> int:
    year, month = (int(part) for part in checked.split("-"))
    return (today.year - year) * 12 + today.month - month


def month_nl(checked: str) -> str:
    """`2026-11` as `november 2026`."""
    year, month = checked.split("-")
    return f"{MONTHS[int(month) - 1]} {year}"
