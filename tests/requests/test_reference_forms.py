"""The question for a reference: what is one, what is a slip, and what is no reference at all."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.outcome import Parsed, Problem
from bot.requests.reference_forms import REFERENCE
from bot.requests.references import new_reference

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("around", ["{}", "het kenmerk is {}", "{} dacht ik"])
def test_a_reference_is_found_in_what_is_said_with_it(around: str) -> None:
    reference = new_reference()
    assert REFERENCE.parse(around.format(reference.lower()), TODAY) == Parsed(reference)


@pytest.mark.parametrize("text", ["kenmerk AVG-2026-0147", "DW-K7MH3", "kenmerk"])
def test_what_could_be_one_is_told_what_is_wrong_with_it(text: str) -> None:
    problem = REFERENCE.parse(text, TODAY)
    assert isinstance(problem, Problem) and "te kort of te lang" in problem.message_nl


@pytest.mark.parametrize("text", ["prima ik wacht", "ik heb geen bericht gehad"])
def test_a_sentence_is_not_told_that_it_is_too_long(text: str) -> None:
    problem = REFERENCE.parse(text, TODAY)
    assert isinstance(problem, Problem) and "geen kenmerk" in problem.message_nl
