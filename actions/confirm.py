"""action_confirm: somebody typed "ja" or "doe maar"; to what, the bot's last message tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.erase_conversation import EraseConversation, was_asked
from actions.reading import said_before

Button = dict[str, Any]
_FILE = {"title": "Een verzoek of klacht indienen", "payload": "/verzoek_indienen"}
_FILES = ("/verzoek_", "/klacht_indienen")


class Confirm(SafeAction):
    action_name = "action_confirm"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        if was_asked(tracker):
            return await EraseConversation().act(dispatcher, tracker)
        said = said_before(tracker)
        if "vraag" in (said.get("custom") or {}):
            # A form begins with a press: "ok" after an answer may mean no more than "I see".
            dispatcher.utter_message(
                text="Goed. Kies een knop, of typ wat u wilt weten of doen.",
                buttons=choices(said.get("buttons") or ()),
            )
        else:
            dispatcher.utter_message(response="utter_bevestig")
        return []


def choices(offered: Sequence[Button]) -> list[Button]:
    """What the answer offered, and filing something when that was not among it."""
    files = any(str(button.get("payload", "")).startswith(_FILES) for button in offered)
    return [*offered] if files else [*offered, _FILE]
