"""Who is asking, in people's own words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.outcome import Parsed, Problem
from bot.parsing.relation import RELATION_CHOICES, parse_relation
from bot.requests.standing import RELATIONS

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("moeder met gezag", "ouder_met_gezag"),
        ("we hebben samen het gezag", "ouder_met_gezag"),
        ("ik ben de voogd", "ouder_met_gezag"),
        ("ja, ik heb gezag", "ouder_met_gezag"),
        ("pleegmoeder met voogdij", "ouder_met_gezag"),
        ("vader zonder gezag", "ouder_zonder_gezag"),
        ("ik heb geen gezag", "ouder_zonder_gezag"),
        ("mijn ex heeft gezag, ik niet", "ouder_zonder_gezag"),
        ("ik ben het gezag kwijt", "ouder_zonder_gezag"),
        ("pleegouder", "verzorger"),
        ("ik ben zijn stiefvader", "verzorger"),
        ("ik ben de leerling zelf", "leerling"),
        ("ik ben zelf de leerling", "leerling"),
        ("het gaat over mezelf", "leerling"),
        ("ik ben leerling en mijn moeder weet het", "leerling"),
        ("ik ben de advocaat van de ouders", "gemachtigde"),
        ("namens mijn zus", "gemachtigde"),
    ],
)
def test_a_relation_is_recognised(text: str, relation: str) -> None:
    assert parse_relation(text, TODAY) == Parsed(relation)


@pytest.mark.parametrize(
    "text",
    [
        "ik ben haar moeder",
        "vader",
        "Papa van Daan",
        "ik ben de moeder van de leerling",
        "het gaat om mijn zoon",
        "ik weet niet of ik gezag heb",
    ],
)
def test_a_parent_is_asked_about_custody(text: str) -> None:
    outcome = parse_relation(text, TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.code == "gezag_onbekend"
    assert [value for value, _ in outcome.options] == ["ouder_met_gezag", "ouder_zonder_gezag"]


@pytest.mark.parametrize("text", ["oma", "de gezinsvoogd", "asdf", "", "waarom?"])
def test_anything_else_gets_all_options(text: str) -> None:
    outcome = parse_relation(text, TODAY)
    assert isinstance(outcome, Problem)
    assert tuple(value for value, _ in outcome.options) == RELATIONS


def test_the_options_are_the_relations_the_law_is_applied_to() -> None:
    assert tuple(choice.value for choice in RELATION_CHOICES) == RELATIONS
