"""The emergency check: a fixed rule in front of the classifier, so that no model can overrule it."""

from __future__ import annotations

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.engine.annotations import decide
from bot.engine.emergency_words import DANGER, EXCEPTIONS, SELF_HARM, VIOLENCE
from bot.engine.stateless import StatelessComponent
from bot.engine.text import plain

EMERGENCY_INTENT = "nood"

_ALWAYS = re.compile("|".join(SELF_HARM))
_UNLESS_ABOUT_RULES = re.compile("|".join((*VIOLENCE, *DANGER)))
_ABOUT_RULES = re.compile("|".join(EXCEPTIONS))


def is_emergency(text: str) -> bool:
    """True when a message points to danger for a child, or to self-harm."""
    words = plain(text)
    if _ALWAYS.search(words):
        return True
    return bool(_UNLESS_ABOUT_RULES.search(words)) and not _ABOUT_RULES.search(words)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class EmergencyCheck(StatelessComponent):
    """Gives a message that points to danger the intent `nood`, with certainty."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if is_emergency(message.get(TEXT) or ""):
                decide(message, EMERGENCY_INTENT, EmergencyCheck.__name__)
        return messages
