"""Counting in calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same date so many months later, or the last day of a month that is too short.

    This is how Verordening 1182/71 artikel 3 lid 2 onder c counts.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
