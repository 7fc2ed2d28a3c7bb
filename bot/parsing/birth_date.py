"""A pupil's date of birth."""

from __future__ import annotations

from datetime import date

from bot.age import age_on
from bot.dutch import date_nl
from bot.parsing.dates import parse_date
from bot.parsing.outcome import Outcome, Problem

# A pupil or former pupil: before 2 nobody is at school, after 30 nothing is kept any more.
_YOUNGEST = 2
_OLDEST = 30


def parse_birth_date(text: str, today: date) -> Outcome[date]:
    """A date of birth that a pupil, or somebody who was one, can have."""
    outcome = parse_date(text, today)
    return outcome if isinstance(outcome, Problem) else _plausible(outcome.value, today) or outcome


def _plausible(day: date, today: date) -> Problem | None:
    again = "Wat is de geboortedatum van de leerling?"
    if day > today:
        return Problem("toekomst", f"{date_nl(day)} is in de toekomst. {again}")
    age = age_on(day, today)
    if age > _OLDEST:
        return Problem(
            "te_oud",
            f"Wie op {date_nl(day)} is geboren, is nu {age} jaar. Dat is te oud voor een "
            f"(oud-)leerling. Vulde u misschien de geboortedatum van iemand anders in? {again}",
        )
    if age < _YOUNGEST:
        return Problem(
            "te_jong",
            f"Wie op {date_nl(day)} is geboren, is nog geen {_YOUNGEST} jaar. Dat is te jong voor "
            f"een leerling. {again}",
        )
    return None
