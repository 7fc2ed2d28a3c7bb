"""Dates as people write them, the Dutch way: day, month, year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.dutch import MONTHS, WEEKDAYS, date_nl, weekday_nl
from bot.parsing.clean import plain
from bot.parsing.date_forms import Written, find_dates
from bot.parsing.outcome import Outcome, Parsed, Problem

_EXAMPLE_NL = "Schrijf dag, maand en jaar, bijvoorbeeld 12 maart 2014."
_EARLIEST_YEAR = 1900
_LATEST_YEAR = 2100


def parse_date(text: str, today: date) -> Outcome[date]:
    """The one date in a text; two digits of a year mean the last hundred years."""
    found = find_dates(plain(text))
    if not found:
        return Problem("datum_onleesbaar", f"Ik kan hier geen datum in lezen. {_EXAMPLE_NL}")
    outcomes = [_judge(written, today) for written in found]
    days = {outcome.value for outcome in outcomes if isinstance(outcome, Parsed)}
    if len(days) > 1:
        return _several(sorted(days))
    return Parsed(days.pop()) if days else outcomes[0]


def _several(days: list[date]) -> Problem:
    names = " of ".join(date_nl(day) for day in days[:3])
    return Problem("meer_datums", f"Ik lees meer dan één datum. Welke bedoelt u: {names}?")


def _judge(written: Written, today: date) -> Outcome[date]:
    if len(written.months) > 1:
        names = " of ".join(MONTHS[month - 1] for month in written.months)
        return Problem("maand_onduidelijk", f"Welke maand bedoelt u: {names}? {_EXAMPLE_NL}")
    if written.year is None:
        return Problem("jaar_ontbreekt", f"Ik mis het jaar, of het is niet compleet. {_EXAMPLE_NL}")
    year = _full_year(written.year, today)
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return Problem("jaar_onmogelijk", f"Het jaar {year} kan niet kloppen. {_EXAMPLE_NL}")
    return _existing_day(written, year)


def _full_year(text: str, today: date) -> int:
    digits = text.strip("'")
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    return year if year <= today.year else year - 100


def _existing_day(written: Written, year: int) -> Outcome[date]:
    day, month = written.day, written.months[0]
    if month > 12 and 1 <= day <= 12 and month <= monthrange(year, day)[1]:
        return _swapped(date(year, day, month))
    if not 1 <= month <= 12:
        return Problem("maand_onmogelijk", f"Maand {month} bestaat niet. {_EXAMPLE_NL}")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1].capitalize()
        message = f"{name} {year} heeft {last} dagen, dus dag {day} bestaat niet. {_EXAMPLE_NL}"
        return Problem("dag_onmogelijk", message)
    return _with_weekday(written, date(year, month, day))


def _swapped(day: date) -> Problem:
    question = f"Bedoelt u {date_nl(day)}? In Nederland staat de dag vóór de maand."
    return Problem("dag_en_maand_omgedraaid", question, suggestion=day.isoformat())


def _with_weekday(written: Written, day: date) -> Outcome[date]:
    if written.weekday in (None, day.weekday()):
        return Parsed(day)
    assert written.weekday is not None
    message = (
        f"{date_nl(day)} is een {weekday_nl(day)}, geen {WEEKDAYS[written.weekday]}. "
        "Welke datum bedoelt u?"
    )
    return Problem("weekdag_klopt_niet", message, suggestion=day.isoformat())
