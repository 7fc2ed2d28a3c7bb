"""The emergency answer comes first, whatever form is open, and needs no action server."""

from __future__ import annotations

from typing import Any, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.trackers import DialogueStateTracker

# Every engine that predicts loads its policies, so this is where calls to actions are mended.
import bot.engine.remote_action  # noqa: F401
from bot.emergency.names import EMERGENCY_INTENT, TOLD
from bot.engine.table_policy import TablePolicy

_ANSWER = "utter_nood"
_REPORT = "action_report_emergency"
_NEXT = {ACTION_LISTEN_NAME: _ANSWER, _ANSWER: _REPORT, _REPORT: ACTION_LISTEN_NAME}


def next_action(
    intent: Optional[str],
    latest_action: Optional[str],
    *,
    told: bool = False,
    in_form: bool = False,
) -> Optional[str]:
    """First the numbers, then tell the staff, then listen; None for any other intent.

    `told`: the page has done both. An open form goes on after it: "hij slaat mijn zoon" can be
    what its complaint is about.
    """
    if intent != EMERGENCY_INTENT:
        return None
    follows = _NEXT.get(latest_action or "")
    if told and follows is not None:
        follows = ACTION_LISTEN_NAME
    return None if in_form and follows == ACTION_LISTEN_NAME else follows


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
        if message is None:
            return None
        return next_action(
            message.intent_name,
            tracker.latest_action_name,
            told=bool((message.metadata or {}).get(TOLD)),
            in_form=tracker.active_loop_name is not None,
        )
