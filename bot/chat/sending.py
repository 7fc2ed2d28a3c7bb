"""Stores what a visitor sends, once however often it is sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.chat.refusals import Refused
from bot.chat.turns import ANSWERED_BY_BOT
from bot.chat.typed import Pressed, Sent, Typed
from bot.conversations.emergency import warn
from bot.conversations.handoff import reopen
from bot.conversations.log import VISITOR, add, sent_before
from bot.conversations.models import Conversation, Message
from bot.conversations.states import CLOSED
from bot.emergency.check import is_emergency


def send(session: Session, conversation: Conversation, sent: Sent, now: datetime) -> Message:
    """The message, in a conversation that is locked: one that is closed opens again. Raises Refused.

    Not written before the caller is done with it.
    """
    earlier = sent_before(session, conversation.id, sent.key)
    if earlier is not None:
        return earlier
    if isinstance(sent, Pressed):
        text, payload = _pressed(session, conversation, sent)
    else:
        text, payload = sent.text, None
    if conversation.state == CLOSED:
        reopen(session, conversation, at=now)
    message = add(
        session,
        conversation,
        author=VISITOR,
        text=text,
        payload=payload,
        client_key=sent.key,
        pending=conversation.state in ANSWERED_BY_BOT,
        at=now,
    )
    conversation.visitor_seen_at = now
    conversation.visitor_read = message.sequence
    # Here and not only in the engine: that may be away, and with a person it hears nothing.
    if isinstance(sent, Typed) and is_emergency(sent.text):
        warn(session, conversation, message, at=now)
    return message


def _pressed(
    session: Session, conversation: Conversation, pressed: Pressed
) -> tuple[str, str | None]:
    """Title and payload of a button that was offered in this conversation. Raises Refused."""
    offering = session.get(Message, (conversation.id, pressed.message))
    if offering is None or offering.author == VISITOR:
        raise Refused("knop_weg")
    buttons = (offering.data or {}).get("buttons") or []
    if pressed.index >= len(buttons):
        raise Refused("knop_weg")
    button = buttons[pressed.index]
    return button["title"], button["payload"]
