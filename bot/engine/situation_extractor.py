"""Puts age, custody, school type and speaker on the message as entities; slots follow."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.annotations import add_entities, decide, is_decided
from bot.engine.situation import read_age, read_custody, read_school_type, read_speaker
from bot.engine.stateless import StatelessComponent
from bot.plain_text import plain

_READERS = {
    "leeftijd": read_age,
    "gezag": read_custody,
    "schoolsoort": read_school_type,
    "spreker": read_speaker,
}
SITUATION_INTENT = "situatie"
# "Mijn dochter is 17", "hij zit in havo 4": longer messages also ask something.
_LONGEST_STATEMENT = 8


def read_situation(text: str) -> dict[str, str]:
    """Entity name -> value, for all that the text states."""
    words = plain(text)
    found = {name: read(words) for name, read in _READERS.items()}
    return {name: value for name, value in found.items() if value is not None}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SituationExtractor(StatelessComponent):
    """Extracts the situation, and knows the answer to the bot's own "Hoe oud is uw kind?"."""

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            if text.startswith("/") or is_decided(message):
                continue
            situation = read_situation(text)
            add_entities(message, [_entity(*item, text) for item in situation.items()])
            if situation and _answers_our_question(text, situation, tracker):
                decide(message, SITUATION_INTENT, SituationExtractor.__name__)
        return messages


def _answers_our_question(
    text: str, situation: dict[str, str], tracker: DialogueStateTracker | None
) -> bool:
    if tracker is None or "?" in text or len(text.split()) > _LONGEST_STATEMENT:
        return False
    asked = _last_custom(tracker).get("hangt_af_van", [])
    return any(name in situation for name in asked)


def _last_custom(tracker: DialogueStateTracker) -> dict[str, Any]:
    """The data on the bot's last utterance: only an answer carries `hangt_af_van`."""
    for event in reversed(tracker.events):
        if event.type_name == "bot":
            return event.data.get("custom") or {}
        if event.type_name == "user":
            break
    return {}


def _entity(name: str, value: str, text: str) -> dict[str, Any]:
    return {
        "entity": name,
        "value": value,
        "start": 0,
        "end": len(text),
        "extractor": SituationExtractor.__name__,
    }
