"""The quick table predicts what RulePolicy predicts, for every intent, and nothing in a form."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.rule_policy import QuickRulePolicy, quick_table

MODELS = Path(__file__).resolve().parents[2] / "var" / "models"


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """(our policy, Rasa's own with the same rules, the domain) from the newest model."""
    folder = tmp_path_factory.mktemp("model")
    with tarfile.open(max(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)) as tar:
        tar.extractall(folder)
    components = folder / "components"
    name = next(path.name for path in components.iterdir() if "QuickRulePolicy" in path.name)
    domain = Domain.from_path(next(components.glob("*domain*")) / "domain.yml")
    storage = LocalModelStorage(components)
    context = ExecutionContext(GraphSchema({}))

    def load(policy):
        config = {**policy.get_default_config(), "core_fallback_threshold": 0.3}
        config["core_fallback_action_name"] = "action_did_you_mean"
        return policy.load(config, storage, Resource(name), context)

    return load(QuickRulePolicy), load(RulePolicy), domain


def conversation(domain, intent, *events, before=()):
    tracker = DialogueStateTracker.from_events("ouder", [], domain.slots)
    said = UserUttered("woorden", {"name": intent, "confidence": 0.9})
    for event in (*before, ActionExecuted("action_listen"), said, *events):
        tracker.update(event, domain)
    return tracker


def same(trained, tracker) -> bool:
    ours, rasas, domain = trained
    one = ours.predict_action_probabilities(tracker, domain)
    other = rasas.predict_action_probabilities(tracker, domain)
    return (one.probabilities, one.events, one.hide_rule_turn, one.is_no_user_prediction) == (
        other.probabilities,
        other.events,
        other.hide_rule_turn,
        other.is_no_user_prediction,
    )


def test_every_intent_gets_the_action_that_rasa_predicts(trained):
    ours, _, domain = trained
    assert [i for i in domain.intents if not same(trained, conversation(domain, i))] == []
    known = ours._table()
    assert len([key for key in known if len(key) == 1]) > 40


def test_after_its_action_every_intent_ends_as_rasa_predicts(trained):
    ours, _, domain = trained
    for key in ours._table():
        if len(key) == 2:
            assert same(trained, conversation(domain, key[0], ActionExecuted(key[1]))), key


def test_an_earlier_turn_and_filled_slots_change_nothing(trained):
    _, _, domain = trained
    before = (
        ActionExecuted("action_listen"),
        UserUttered("hoi", {"name": "groet"}),
        ActionExecuted("utter_groet"),
        SlotSet("gezag", "ja"),
    )
    assert same(trained, conversation(domain, "inzage", before=before))


def test_in_an_open_form_it_leaves_the_prediction_to_rasa(trained):
    ours, _, domain = trained
    tracker = conversation(domain, "inzage", before=(ActiveLoop("request_form"),))
    assert ours._known(tracker) is None
    assert same(trained, tracker)


def test_after_an_action_that_no_rule_names_it_leaves_the_prediction_to_rasa(trained):
    ours, _, domain = trained
    tracker = conversation(domain, "inzage", ActionExecuted("utter_groet"))
    assert ours._known(tracker) is None
    assert same(trained, tracker)


def test_a_rule_with_another_condition_is_not_in_the_table():
    plain = '[{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "a"}}]'
    with_slot = (
        '[{"prev_action": {"action_name": "action_listen"}, "user": {"intent": "b"},'
        ' "slots": {"x": [1.0]}}]'
    )
    assert quick_table({plain: "utter_a", with_slot: "utter_b"}) == {("a",): ("utter_a", plain)}
