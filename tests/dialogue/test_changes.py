"""Which answer a parent means when something in the summary is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.changes import find_question
from bot.dialogue.model import State
from bot.requests.form import RequestForm
from tests.support.parent_answers import PARENT

TODAY = date(2026, 11, 23)
ANSWERS = {
    **PARENT,
    "kind": "inzage",
    "relation": "ouder_met_gezag",
    "child_birth_date": "2016-03-12",
}


def found(wish: str) -> str | None:
    question = find_question(RequestForm(), State(ANSWERS), wish, TODAY)
    return question.key if question else None


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ("naam van het kind", "child_name"),
        ("de naam van mijn zoon", "child_name"),
        ("mijn naam", "requester_name"),
        ("mijn mail", "requester_email"),
        ("het mailadres", "requester_email"),
        ("mijn telefoon", "requester_phone"),
        ("de verjaardag", "child_birth_date"),
        ("school of locatie", "school"),
        ("waar het over gaat", "subject"),
        ("naam", None),
    ],
)
def test_the_answer_is_found_in_a_parents_words(wish: str, key: str | None) -> None:
    assert found(wish) == key


@pytest.mark.parametrize("words", ["wat kost dit", "wie leest dat", "hoe lang duurt het", "mijn"])
def test_words_that_name_no_answer_find_none(words: str) -> None:
    assert found(words) is None
