"""After its answer the bot listens, also where no rule says so.

Without this, Rasa's fallback would speak after a form that has ended, again and again.
"""

from __future__ import annotations

from typing import Any, Optional

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.table_policy import TablePolicy


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class ListenPolicy(TablePolicy):
    """Surer than the fallback (0.3 in config.yml), less sure than any rule (1.0)."""

    confidence = 0.35
    outranks_forms = False

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": 1}

    def next_action(self, tracker: DialogueStateTracker) -> Optional[str]:
        return None if tracker.latest_action_name == ACTION_LISTEN_NAME else ACTION_LISTEN_NAME
