"""The emergency check in front of the classifier."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.emergency.check import is_emergency
from bot.emergency.names import EMERGENCY_INTENT
from bot.engine.annotations import decide
from bot.engine.stateless import StatelessComponent


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class EmergencyCheck(StatelessComponent):
    """Gives a message that points to danger the intent `nood`, with certainty."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if is_emergency(message.get(TEXT) or ""):
                decide(message, EMERGENCY_INTENT, EmergencyCheck.__name__)
        return messages
