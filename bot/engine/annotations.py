"""How components tell each other, and Rasa, what a message means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
)
from rasa.shared.nlu.training_data.message import Message

# The three keys below have no constant in rasa.shared: ResponseSelector writes them.
RESPONSE_SELECTOR = "response_selector"
DECIDED_BY = "decided_by"
RANKING_LENGTH = 5


def is_decided(message: Message) -> bool:
    """True when an earlier component already knows the intent for certain."""
    return message.get(DECIDED_BY) is not None


def decide(message: Message, intent: str, component: str) -> None:
    """Set an intent that no later component may change."""
    message.set(DECIDED_BY, component)
    set_ranking(message, [(intent, 1.0)])


def set_ranking(message: Message, ranking: Sequence[tuple[str, float]]) -> None:
    """Write a ranking of full question ids and intents, best first, as Rasa expects it.

    A retrieval intent `onderwerp/vraag` becomes intent `onderwerp` and a response selector
    result, which is what `utter_onderwerp` reads.
    """
    name, confidence = ranking[0]
    intent = {INTENT_NAME_KEY: name.split("/")[0], PREDICTED_CONFIDENCE_KEY: confidence}
    message.set(INTENT, intent, add_to_output=True)
    message.set(INTENT_RANKING_KEY, _as_dicts(ranking), add_to_output=True)
    message.set(RESPONSE_SELECTOR, _selector(ranking), add_to_output=True)


def add_entities(message: Message, entities: Sequence[dict[str, Any]]) -> None:
    message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)


def _as_dicts(ranking: Sequence[tuple[str, float]]) -> list[dict[str, Any]]:
    return [
        {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}
        for name, confidence in ranking[:RANKING_LENGTH]
    ]


def _selector(ranking: Sequence[tuple[str, float]]) -> dict[str, Any]:
    """The response selector's result for the topic that won: Rasa looks at no other."""
    best, _ = ranking[0]
    if "/" not in best:
        return {}
    topic = best.split("/")[0]
    return {topic: _topic([entry for entry in ranking if entry[0].startswith(f"{topic}/")])}


def _topic(questions: list[tuple[str, float]]) -> dict[str, Any]:
    best, confidence = questions[0]
    return {
        "response": {
            "intent_response_key": best,
            "utter_action": f"utter_{best}",
            "confidence": confidence,
            "responses": [],
        },
        "ranking": [
            {"intent_response_key": name, "confidence": score}
            for name, score in questions[:RANKING_LENGTH]
        ],
    }
