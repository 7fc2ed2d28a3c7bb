"""Days of the last year that people name without a full date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.dutch import WEEKDAYS
from bot.parsing.date_forms import find_dates

_DAYS_AGO = {
    "vandaag": 0,
    "vanochtend": 0,
    "vanmorgen": 0,
    "vanmiddag": 0,
    "gisteren": 1,
    "eergisteren": 2,
}
_AGO = re.compile(rf"\b({'|'.join(_DAYS_AGO)})\b")
_WEEKDAY = re.compile(rf"\b(afgelopen |vorige |laatste )?({'|'.join(WEEKDAYS)})\b")


def recent_day(text: str, today: date) -> date | None:
    """The day meant by `gisteren`, `afgelopen maandag` or `20 november`; text is plain."""
    ago = _AGO.search(text)
    if ago is not None:
        return today - timedelta(days=_DAYS_AGO[ago.group(1)])
    named = _last_time(text, today)
    if named is not None:
        return named
    weekday = _WEEKDAY.search(text)
    if weekday is None:
        return None
    back = (today.weekday() - WEEKDAYS.index(weekday.group(2))) % 7
    return today - timedelta(days=back or (7 if weekday.group(1) else 0))


def _last_time(text: str, today: date) -> date | None:
    """The last day that had this day and month."""
    for written in find_dates(text):
        for year in (today.year, today.year - 1):
            try:
                day = date(year, written.months[0], written.day)
            except ValueError:
                continue
            if written.year is None and len(written.months) == 1 and day <= today:
                return day
    return None
