"""What the bot says to one message, and what it understood of it, as the web process reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from rasa.core.channels.channel import CollectingOutputChannel
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import (
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
)

MOST_UNDERSTOOD = 5
_SHOWN = ("text", "buttons", "custom")


class Replies(CollectingOutputChannel):
    """Keeps each message of the bot whole: Rasa's own cuts a text at its blank lines."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        reply = _reply(recipient_id, message)
        if reply is not None:
            self.messages.append(reply)


def understood(parsed: Mapping[str, Any]) -> list[list[Any]]:
    """[name, confidence] of full question ids and intents, best first."""
    return [
        [entry[INTENT_NAME_KEY], round(float(entry[PREDICTED_CONFIDENCE_KEY]), 4)]
        for entry in parsed.get(INTENT_RANKING_KEY, [])[:MOST_UNDERSTOOD]
        if entry.get(INTENT_NAME_KEY)
    ]


def said_to(tracker: DialogueStateTracker, identity: str) -> Optional[dict[str, Any]]:
    """What was answered to the newest message, when that is the one with this id."""
    said: list[dict[str, Any]] = []
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            reply = _reply(tracker.sender_id, {"text": event.text, **event.data})
            said[:0] = [reply] if reply is not None else []
        elif isinstance(event, UserUttered):
            if event.message_id != identity:
                return None
            return {"replies": said, "understood": understood(event.parse_data or {})}
    return None


def _reply(recipient: str, message: Mapping[str, Any]) -> Optional[dict[str, Any]]:
    shown = {name: message[name] for name in _SHOWN if message.get(name)}
    return {"recipient_id": recipient, **shown} if shown else None
