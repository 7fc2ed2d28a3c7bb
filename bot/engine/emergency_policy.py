"""The emergency answer comes first, whatever form is open, and needs no action server."""

from __future__ import annotations

from typing import Any, Optional

from rasa.core.policies.policy import Policy, PolicyPrediction, confidence_scores_for
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

# Every engine that predicts loads its policies, so this is where calls to actions are mended.
import bot.engine.remote_action  # noqa: F401
from bot.engine.emergency import EMERGENCY_INTENT

_ANSWER = "utter_nood"
_REPORT = "action_report_emergency"
# Above RulePolicy's 6, which would run an open form first.
_PRIORITY = 10
_NEXT = {ACTION_LISTEN_NAME: _ANSWER, _ANSWER: _REPORT, _REPORT: ACTION_LISTEN_NAME}


def next_action(intent: Optional[str], latest_action: Optional[str]) -> Optional[str]:
    """First the numbers, then tell the staff, then listen; None for any other intent."""
    return _NEXT.get(latest_action or "") if intent == EMERGENCY_INTENT else None


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class EmergencyPolicy(Policy):
    """Predicts the emergency answer for the intent `nood`, and abstains from all else."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": _PRIORITY}

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
        # Nothing is learnt: the table above is the policy.
        with self._model_storage.write_to(self._resource):
            return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> EmergencyPolicy:
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[dict[str, Any]] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        message = tracker.latest_message
        action = next_action(message.intent_name if message else None, tracker.latest_action_name)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        return self._prediction(
            confidence_scores_for(action, 1.0, domain),
            # An open form predicts without the user's words, which outranks all others.
            is_no_user_prediction=True,
        )
