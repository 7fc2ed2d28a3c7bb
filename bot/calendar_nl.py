"""Dutch public holidays: the days of Algemene termijnenwet artikel 3."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays

# Algemene termijnenwet artikel 3 lid 1 en 2: the holidays package's name and the one we write.
# The first days of Easter and Whitsun are Sundays, so the law does not list them.
_LISTED = {
    "Nieuwjaarsdag": "nieuwjaarsdag",
    "Goede vrijdag": "Goede Vrijdag",
    "Tweede paasdag": "tweede paasdag",
    "Koningsdag": "Koningsdag",
    "Hemelvaartsdag": "Hemelvaartsdag",
    "Tweede pinksterdag": "tweede pinksterdag",
    "Eerste kerstdag": "eerste kerstdag",
    "Tweede kerstdag": "tweede kerstdag",
}


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """The holidays of a year, in order, with their Dutch names."""
    known = holidays.country_holidays(
        "NL", years=year, categories=("public", "optional"), language="nl"
    )
    named = [(name, day) for day in known for name in known.get_list(day) if name in _LISTED]
    missing = _LISTED.keys() - {name for name, _ in named}
    if missing:
        # Better no deadline than one on a day when nobody works.
        raise RuntimeError(f"the holidays package no longer names {sorted(missing)} for {year}")
    days = {day: _LISTED[name] for name, day in named}
    # The law counts 5 May every year; the package calls it a public holiday every five years.
    days.setdefault(date(year, 5, 5), "Bevrijdingsdag")
    return dict(sorted(days.items()))


def why_not_working(day: date) -> str | None:
    """`een zaterdag` or `Koningsdag` when nobody works that day; None on a working day."""
    holiday = public_holidays(day.year).get(day)
    if holiday is not None:
        return holiday
    return {5: "een zaterdag", 6: "een zondag"}.get(day.weekday())
