"""Graph component around `question_model.py`: intent, ranking and response in one pass."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.emergency.names import EMERGENCY_INTENT
from bot.engine.annotations import is_decided, set_ranking
from bot.engine.question_model import QuestionModel, Settings

FALLBACK_INTENT = "nlu_fallback"
# Said in a few words. In a long message their words ("nee", "ze is 16") are context of a question.
SHORT_INTENTS = frozenset(
    {"bevestig", "ontken", "groet", "afscheid", "bedankt", "situatie", "stop", "herhaal", "bron"}
)
LONGEST_SHORT = 9
_FILE = "question_model.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionClassifier(GraphComponent):
    """Classifies full question ids and intents; says `nlu_fallback` when it is unsure."""

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn", "joblib"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "threshold": 0.3,
            "near": 0.0,
            "danger": 1.0,
            **{f.name: f.default for f in fields(Settings)},
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: QuestionModel,
    ) -> None:
        self._threshold = config["threshold"]
        self._near = config["near"]
        self._danger = config["danger"]
        self._model_storage = model_storage
        self._resource = resource
        self.model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> QuestionClassifier:
        settings = Settings(**{f.name: config[f.name] for f in fields(Settings)})
        return cls(config, model_storage, resource, QuestionModel(settings))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> QuestionClassifier:
        with model_storage.read_from(resource) as folder:
            model = joblib.load(folder / _FILE)
        # The first message after loading would pay for lazy imports: pay now.
        model.rank("mag ik het dossier van mijn kind inzien")
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        self.model.fit([e.get(TEXT) for e in examples], [_label(e) for e in examples])
        with self._model_storage.write_to(self._resource) as folder:
            joblib.dump(self.model, folder / _FILE)
        return self._resource

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        # An open form asks for names and dates, of which a model knows nothing.
        in_form = tracker is not None and tracker.active_loop_name is not None
        danger = 1.0 if in_form else self._danger
        for message in messages:
            text = message.get(TEXT) or ""
            if text.strip() and not is_decided(message):
                set_ranking(message, self._ranking(text, danger))
        return messages

    def _ranking(self, text: str, danger: float) -> list[tuple[str, float]]:
        ranking = self.model.rank(text)
        if is_danger(ranking, danger):
            return sorted(ranking, key=lambda entry: entry[0] != EMERGENCY_INTENT)
        if len(text.split()) > LONGEST_SHORT:
            ranking = [entry for entry in ranking if entry[0] not in SHORT_INTENTS]
        if is_unsure(ranking, threshold=self._threshold, near=self._near):
            return [(FALLBACK_INTENT, 1.0 - ranking[0][1]), *ranking]
        return ranking


def is_danger(ranking: list[tuple[str, float]], threshold: float) -> bool:
    """True when danger is that likely, though something else may be likelier.

    A warning too many costs a look; one too few can cost a child.
    """
    return dict(ranking).get(EMERGENCY_INTENT, 0.0) >= threshold


def is_unsure(ranking: list[tuple[str, float]], *, threshold: float, near: float) -> bool:
    """True when the best is not likely enough, or when another question is nearly as likely."""
    (best, first), (other, second) = ranking[:2]
    # Between a question and a greeting there is nothing to ask: only questions have titles.
    tie = "/" in best and "/" in other and first - second < near
    return first < threshold or tie


def _label(example: Message) -> str:
    return example.get(INTENT_RESPONSE_KEY) or example.get(INTENT)
