"""Keeps citizen service numbers out: the school may not ask for one here (UAVG artikel 46)."""

from __future__ import annotations

import re

from bot.parsing.outcome import Problem

# Nine digits, or grouped as on documents. After +31 or 0031 they are a telephone number.
_NINE_DIGITS = re.compile(
    r"(?<!\d)(?<!\+31 )(?<!0031 )(?<!\+31-)"
    r"(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?!\d)"
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def contains_bsn(text: str) -> bool:
    """True when the text holds a nine-digit number that passes the eleven test."""
    return any(_passes(match.group()) for match in _NINE_DIGITS.finditer(text))


def _passes(written: str) -> bool:
    digits = [int(char) for char in written if char.isdigit()]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0


def bsn_problem(text: str) -> Problem | None:
    """The refusal for a text with such a number, None for any other text."""
    if not contains_bsn(text):
        return None
    return Problem(
        "bsn",
        "In uw tekst staat een getal dat op een burgerservicenummer (BSN) lijkt. Dat nummer is "
        "hier niet nodig en wij slaan het niet op. Stuur uw antwoord nog eens, zonder dat nummer.",
    )
