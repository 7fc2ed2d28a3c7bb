"""Finds the places in a text where a date is written, without judging it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dutch import WEEKDAYS
from bot.parsing.months import month_numbers

_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) (?:de )?)?"
_END = r"(?![\d/])"
_NUMERIC = (
    rf"(?<![\d/.-])(?P<year>\d{{4}})(?P<sep>[-/. ]){_MONTH}(?P=sep){_DAY}{_END}",
    rf"{_WEEKDAY}(?<![\d/.-]){_DAY} ?(?P<sep>[-/.,]) ?{_MONTH} ?(?P=sep) ?{_YEAR}{_END}",
    rf"{_WEEKDAY}(?<![\d/.-]){_DAY}[-/. ]+{_MONTH}[-/. ]+(?P<year>\d{{4}}){_END}",
    r"(?<![\d/.-])(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})(?!\d)",
    r"(?<![\d/.-])(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
)
_NAMED = (
    rf"{_WEEKDAY}(?<!\d){_DAY}(?:e|de|ste)?[ -]?(?:van )?(?P<name>[a-z]{{3,10}})\.?[ ,-]*"
    # "20 november 14.30" and "20 november, 14 uur" hold a time and no year.
    rf"(?:in )?(?:{_YEAR}(?!\d|[.:]\d| ?u(?:ur)?\b))?"
)
_FORMS = tuple(re.compile(pattern) for pattern in (*_NUMERIC, _NAMED))
_DAY_AND_MONTH = re.compile(rf"(?<![\d/.:-]){_DAY}[-/]{_MONTH}(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written. `months` may hold two numbers, `year` is None when it is not there."""

    day: int
    months: tuple[int, ...]
    year: str | None
    weekday: int | None = None


def find_dates(text: str) -> list[Written]:
    """Dates in a text that went through `clean.plain`, in any of the forms people use."""
    found: list[tuple[int, int, Written]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            written = _written(match)
            if written is not None and not _overlaps(match.span(), found):
                found.append((*match.span(), written))
    if not found:
        found = [
            (*match.span(), Written(int(match["day"]), (int(match["month"]),), None))
            for match in _DAY_AND_MONTH.finditer(text)
        ]
    return [written for _, _, written in sorted(found, key=lambda item: item[0])]


def _overlaps(span: tuple[int, int], found: list[tuple[int, int, Written]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end, _ in found)


def _written(match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    name = parts.get("name")
    months = month_numbers(name) if name else (int(parts["month"]),)
    if not months:
        return None
    weekday = parts.get("weekday")
    return Written(
        int(parts["day"]), months, parts["year"], WEEKDAYS.index(weekday) if weekday else None
    )
