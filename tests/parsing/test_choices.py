"""Closed questions."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.choices import YES_OR_NO, choice_parser
from bot.parsing.outcome import Parsed, Problem

TODAY = date(2026, 11, 23)
PARSE = choice_parser("Wilt u een kopie?", YES_OR_NO)


@pytest.mark.parametrize("text", ["ja", "Ja!", "JA graag", "graag", "wel een kopie"])
def test_yes(text: str) -> None:
    assert PARSE(text, TODAY) == Parsed("ja")


@pytest.mark.parametrize("text", ["nee", "Nee, dank u", "hoeft niet", "zonder kopie"])
def test_no(text: str) -> None:
    assert PARSE(text, TODAY) == Parsed("nee")


@pytest.mark.parametrize("text", ["ja of nee", "misschien", "", "jaar"])
def test_an_unclear_answer_is_asked_again_with_the_options(text: str) -> None:
    outcome = PARSE(text, TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.message_nl == "Wilt u een kopie?"
    assert outcome.options == (("ja", "Ja"), ("nee", "Nee"))
