"""Telephone numbers, Dutch ones without their country number too."""

from __future__ import annotations

from datetime import date

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher

from bot.parsing.clean import one_line
from bot.parsing.outcome import Outcome, Parsed, Problem

_EXAMPLE_NL = "Schrijf bijvoorbeeld 06 12345678, of 020 1234567."


def parse_phone(text: str, today: date) -> Outcome[str]:
    """The number in the text as `+31612345678` (E.164)."""
    typed = one_line(text)
    found = {
        phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
        for match in PhoneNumberMatcher(typed, "NL")
    }
    if len(found) > 1:
        return Problem("meer_nummers", "Ik lees meer dan één telefoonnummer. Geef er één.")
    if found:
        return Parsed(found.pop())
    return _problem(sum(char.isdigit() for char in typed))


def _problem(digits: int) -> Problem:
    if digits == 0:
        return Problem("nummer_onleesbaar", f"Ik lees hier geen telefoonnummer. {_EXAMPLE_NL}")
    size = "te kort" if digits < 10 else "te lang" if digits > 10 else "geen bestaand nummer"
    return Problem("nummer_onmogelijk", f"Dit telefoonnummer is {size}. {_EXAMPLE_NL}")
