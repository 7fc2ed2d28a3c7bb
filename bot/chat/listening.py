"""Danger that the rule has no words for, while a person has the conversation.

The bot does not answer then; of what is typed the engine only says what it means, in no
conversation. Lost with a restart or an outage: the person reads it all the same.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from bot.chat.storage import Storage
from bot.conversations.emergency import warn
from bot.conversations.models import Conversation, Message
from bot.conversations.states import WITH_PERSON
from bot.emergency.names import EMERGENCY_INTENT, TOLD
from bot.engines.client import EngineAway, EngineClient, EngineLost
from bot.engines.replies import Garbage

_SECONDS = 2.0


def needs_listening(conversation: Conversation, message: Message) -> bool:
    """True when nobody but a person reads this, and the rule found nothing in it."""
    typed = message.payload is None
    return typed and conversation.state == WITH_PERSON and not (message.data or {}).get(TOLD)


async def listen(
    storage: Storage, engine: EngineClient, key: tuple[uuid.UUID, int], text: str, now: datetime
) -> None:
    """Warns as the rule would, when the engine takes it for danger. `key`: the message's own."""
    try:
        understood = await engine.parse(text, seconds=_SECONDS)
    except (EngineAway, EngineLost, Garbage):
        return
    if understood and understood[0][0] == EMERGENCY_INTENT:
        await storage.write(lambda session: _warn(session, key, now))


def _warn(session: Session, key: tuple[uuid.UUID, int], now: datetime) -> None:
    conversation = session.get(Conversation, key[0], with_for_update=True)
    message = session.get(Message, key)
    # Erased, or handed back, since.
    if conversation is not None and message is not None and conversation.state == WITH_PERSON:
        warn(session, conversation, message, at=now)
