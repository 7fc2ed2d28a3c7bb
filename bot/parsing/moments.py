"""When something was filmed: a day that is not in the future, with the time as typed."""

from __future__ import annotations

from datetime import date

from bot.dutch import date_nl
from bot.parsing.bsn import bsn_problem
from bot.parsing.clean import one_line, plain
from bot.parsing.dates import parse_date
from bot.parsing.outcome import Outcome, Parsed, Problem
from bot.parsing.recent_days import recent_day

_LONGEST = 200


def parse_moment(text: str, today: date) -> Outcome[str]:
    """The text as typed; `gisteren` or a date without its year gets the full date behind it."""
    typed = one_line(text)
    if len(typed) > _LONGEST:
        return Problem("te_lang", "Dit is te lang. Noem alleen de dag en ongeveer de tijd.")
    refused = bsn_problem(typed)
    if refused is not None:
        return refused
    outcome = parse_date(typed, today)
    if isinstance(outcome, Parsed):
        return _not_later(outcome.value, today, typed)
    recent = recent_day(plain(typed), today)
    if outcome.code in ("datum_onleesbaar", "jaar_ontbreekt") and recent is not None:
        return Parsed(f"{typed} ({date_nl(recent)})")
    return outcome


def _not_later(day: date, today: date, typed: str) -> Outcome[str]:
    if day > today:
        message = f"{date_nl(day)} is in de toekomst. Op welke dag zijn de beelden gemaakt?"
        return Problem("toekomst", message)
    return Parsed(typed)
