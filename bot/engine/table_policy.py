"""A policy that learns nothing: a function of the conversation says what comes next."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Optional

from rasa.core.policies.policy import Policy, PolicyPrediction, confidence_scores_for
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker


class TablePolicy(Policy):
    """Subclasses give `next_action`, how sure they are, and whether an open form must give way."""

    confidence: float
    # An open form predicts without the user's words, which outranks all other predictions.
    outranks_forms: bool

    @abstractmethod
    def next_action(self, tracker: DialogueStateTracker) -> Optional[str]:
        """Name of the action that must follow, or None to abstain."""

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
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
    ) -> TablePolicy:
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[dict[str, Any]] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        action = self.next_action(tracker)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        return self._prediction(
            confidence_scores_for(action, self.confidence, domain),
            is_no_user_prediction=self.outranks_forms,
        )
