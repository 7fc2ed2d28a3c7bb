"""What parents type, brought to one form."""

from __future__ import annotations

import pytest

from bot.engine.text import sentences, spelled
from bot.plain_text import plain


def test_case_accents_quotes_and_repeats_go() -> None:
    assert plain("  Héél   BOOOOS: foto’s ") == "heel boos: foto's"


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("dosier van me kint", "dossier van mijn kind"),
        ("leerling dosier", "leerlingdossier"),
        ("camra beelde", "camera beelde"),
        ("wat is een tlv", "wat is een toelaatbaarheidsverklaring"),
    ],
)
def test_the_fields_words_are_spelled_one_way(typed: str, form: str) -> None:
    assert spelled(plain(typed)) == form


def test_a_message_falls_into_its_sentences() -> None:
    assert sentences("Wij zijn verhuisd. Wat gaat er mee?") == [
        "Wij zijn verhuisd.",
        "Wat gaat er mee?",
    ]
