"""What people tell in their own words."""

from __future__ import annotations

from datetime import date

from bot.parsing.bsn import bsn_problem
from bot.parsing.clean import letters, one_line, without_control
from bot.parsing.outcome import Outcome, Parsed, Problem

LONGEST_STORY = 4000
LONGEST_LINE = 200
# Said to the question before, or to nothing: never the name of a school or a place.
_NO_NAME = frozenset({"ja", "nee", "ok", "oke", "oké"})


def parse_story(text: str, today: date) -> Outcome[str]:
    """A text of at least three letters and at most 4000 characters, line ends kept."""
    return _judge(without_control(text), LONGEST_STORY, fewest_letters=3)


def parse_line(text: str, today: date) -> Outcome[str]:
    """A short text on one line, such as the name of a school or a place."""
    typed = one_line(text)
    fewest = 2 if typed.lower().strip(".!") not in _NO_NAME else LONGEST_LINE
    return _no_question(typed) or _judge(typed, LONGEST_LINE, fewest_letters=fewest)


def parse_group(text: str, today: date) -> Outcome[str]:
    """A group or class: `8`, `3B`, `groep 5/6`."""
    typed = one_line(text)
    if not any(char.isalnum() for char in typed):
        return Problem("te_kort", "Typ de groep of klas, bijvoorbeeld groep 6 of 3B.")
    return _no_question(typed) or _judge(typed, LONGEST_LINE, fewest_letters=0)


def _no_question(typed: str) -> Problem | None:
    if not typed.endswith("?"):
        return None
    return Problem(
        "vraag_terug",
        "Dat lijkt een vraag aan mij, en die begrijp ik niet goed. Stel hem anders, of geef hieronder "
        "antwoord.",
    )


def _judge(typed: str, longest: int, *, fewest_letters: int) -> Outcome[str]:
    if letters(typed) < fewest_letters:
        return Problem("te_kort", "Dit is te kort om te begrijpen. Kunt u iets meer vertellen?")
    if len(typed) > longest:
        return Problem(
            "te_lang",
            f"Uw tekst heeft {len(typed)} tekens. Er passen er {longest}. Maak de tekst korter. "
            "Wat u weglaat, kunt u de school later nog vertellen.",
        )
    return bsn_problem(typed) or Parsed(typed)
