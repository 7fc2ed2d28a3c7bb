"""Telephone numbers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.outcome import Parsed, Problem
from bot.parsing.phone import parse_phone

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06-12345678", "+31612345678"),
        ("06 12 34 56 78", "+31612345678"),
        ("+31 6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("(020) 123 45 67", "+31201234567"),
        ("mijn nummer is 0612345678 graag", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("+31612345678", "+31612345678"),
    ],
)
def test_a_number_is_read(text: str, number: str) -> None:
    assert parse_phone(text, TODAY) == Parsed(number)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("geen", "nummer_onleesbaar", "geen telefoonnummer"),
        ("061234567", "nummer_onmogelijk", "te kort"),
        ("06123456789", "nummer_onmogelijk", "te lang"),
        ("0000000000", "nummer_onmogelijk", "geen bestaand nummer"),
        ("0612345678 of 0687654321", "meer_nummers", "Geef er één"),
    ],
)
def test_what_is_no_number_is_explained(text: str, code: str, words: str) -> None:
    outcome = parse_phone(text, TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.code == code
    assert words in outcome.message_nl
