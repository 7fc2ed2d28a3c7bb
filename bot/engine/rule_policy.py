"""RulePolicy that knows the most frequent case by heart: a question, its answer, and listening.

Rasa compares the conversation with every rule, twice a message. Where no form is open and the rule
is "this intent, that action", a look in a table gives the same prediction.
"""

from __future__ import annotations

import json
from typing import Any, Optional

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, INTENT_NAME_KEY

# (action, the rule that says so)
Known = tuple[str, str]


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class QuickRulePolicy(RulePolicy):
    """Predicts what RulePolicy predicts; anything but the plain case is left to it."""

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[dict[str, Any]] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        known = self._known(tracker)
        if known is None:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        action, rule = known
        return self._rule_prediction(self._prediction_result(action, tracker, domain), rule)

    def _known(self, tracker: DialogueStateTracker) -> Optional[Known]:
        message = tracker.latest_message
        if tracker.active_loop_name is not None or message is None:
            return None
        intent = message.intent.get(INTENT_NAME_KEY)
        done = _actions_since_message(tracker)
        return self._table().get((intent, *done)) if intent else None

    def _table(self) -> dict[tuple[str, ...], Known]:
        if "_quick_table" not in self.__dict__:
            self._quick_table = quick_table(self.lookup.get(RULES, {}))
        return self._quick_table


def quick_table(rules: dict[str, str]) -> dict[tuple[str, ...], Known]:
    """(intent, the actions since) -> what follows, of rules that ask for nothing else."""
    table: dict[tuple[str, ...], Known] = {}
    for rule, action in rules.items():
        states = json.loads(rule)
        intents = {state.get(USER, {}).get(INTENT) for state in states}
        done = [state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME) for state in states]
        if (
            all(map(_asks_nothing_else, states))
            and len(intents) == 1
            and done[0] == ACTION_LISTEN_NAME
        ):
            table[(*intents, *done[1:])] = (action, rule)
    return table


def _asks_nothing_else(state: dict[str, Any]) -> bool:
    return set(state) == {USER, PREVIOUS_ACTION} and set(state[USER]) == {INTENT}


def _actions_since_message(tracker: DialogueStateTracker) -> list[str]:
    actions: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted):
            actions.append(event.action_name)
    return actions[::-1]
