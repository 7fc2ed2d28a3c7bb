"""The forms in the domain and in the code are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from actions.registry import ACTIONS
from bot.requests.fields import FIELDS
from bot.retention.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RESPONSES = yaml.safe_load((ROOT / "data/responses/forms.yml").read_text(encoding="utf-8"))[
    "responses"
]
ASK = "utter_ask_request_form_request__"


@pytest.mark.parametrize("key", [*FIELDS, "kind", "confirm"])
def test_every_field_has_a_slot_and_a_question(key: str) -> None:
    assert f"request__{key}" in DOMAIN["slots"]
    assert f"request__{key}" in DOMAIN["forms"]["request_form"]["required_slots"]
    assert f"{ASK}{key}" in RESPONSES


@pytest.mark.parametrize("field", [f for f in FIELDS.values() if f.choices], ids=lambda f: f.key)
def test_every_choice_has_its_button(field) -> None:
    payloads = {button["payload"] for button in RESPONSES[f"{ASK}{field.key}"][0]["buttons"]}
    assert {choice.value for choice in field.choices} <= payloads


def test_the_retention_rules_start_from_a_question_that_is_asked() -> None:
    variants = RESPONSES["utter_ask_retention_form_retention__moment"]
    special = {c["value"] for variant in variants for c in variant.get("condition", [])}
    leaving = {rule.kind for rule in RULES if rule.start and "vertrek" in rule.start.label}
    assert {rule.kind for rule in RULES if rule.start} == special | leaving


def test_every_action_of_the_domain_is_served_and_the_other_way_round() -> None:
    assert set(DOMAIN["actions"]) == {action().name() for action in ACTIONS}
