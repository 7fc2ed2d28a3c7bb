"""The emergency answer comes first, whatever form is open, and needs no action server."""

from __future__ import annotations

from typing import Any, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.trackers import DialogueStateTracker

# Every engine that predicts loads its policies, so this is where calls to actions are mended.
import bot.engine.remote_action  # noqa: F401
from bot.engine.emergency import EMERGENCY_INTENT
from bot.engine.table_policy import TablePolicy

_ANSWER = "utter_nood"
_REPORT = "action_report_emergency"
_NEXT = {ACTION_LISTEN_NAME: _ANSWER, _ANSWER: _REPORT, _REPORT: ACTION_LISTEN_NAME}


def next_action(intent: Optional[str], latest_action: Optional[str]) -> Optional[str]:
    """First the numbers, then tell the staff, then listen; None for any other intent."""
    return _NEXT.get(latest_action or "") if intent == EMERGENCY_INTENT else None


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class EmergencyPolicy(TablePolicy):
    """Predicts the emergency answer for the intent `nood`, and abstains from all else."""

    confidence = 1.0
    outranks_forms = True

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        # Above RulePolicy's 6, which would run an open form first.
        return {"priority": 10}

    def next_action(self, tracker: DialogueStateTracker) -> Optional[str]:
        message = tracker.latest_message
        return next_action(message.intent_name if message else None, tracker.latest_action_name)
