"""Reads the payload of a button: `/inzage/recht{"leeftijd":"onder_12"}`.

Rasa's own reader only knows intents without a question behind them.
"""

from __future__ import annotations

import json
import re
from typing import Any, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.domain import Domain
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.annotations import add_entities, decide
from bot.engine.stateless import StatelessComponent

_PAYLOAD = re.compile(r"^/(?P<question>[a-z0-9_]+/[a-z0-9_]+)\s*(?P<slots>\{.*\})?$")


def read_payload(text: str) -> Optional[tuple[str, dict[str, Any]]]:
    """(question id, slot values) of a question button, or None for any other text."""
    match = _PAYLOAD.match(text.strip())
    if match is None:
        return None
    try:
        slots = json.loads(match.group("slots") or "{}")
    except ValueError:
        return None
    return match.group("question"), slots


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ButtonReader(StatelessComponent):
    """Turns a question button into its intent, response and entities."""

    def process(self, messages: list[Message], domain: Optional[Domain] = None) -> list[Message]:
        for message in messages:
            payload = read_payload(message.get(TEXT) or "")
            if payload is not None and (domain is None or _has_answer(domain, payload[0])):
                _apply(message, *payload)
        return messages


def _has_answer(domain: Domain, question: str) -> bool:
    return f"utter_{question}" in domain.responses


def _apply(message: Message, question: str, slots: dict[str, Any]) -> None:
    decide(message, question, ButtonReader.__name__)
    add_entities(
        message,
        [
            {"entity": name, "value": value, "start": 0, "end": 0, "extractor": "ButtonReader"}
            for name, value in slots.items()
        ],
    )
    # Rasa's RegexMessageHandler runs last and warns about every `/` it does not know.
    message.set(TEXT, question)
