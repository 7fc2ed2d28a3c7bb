"""The message log of a conversation: added to in order, read after a sequence."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Message

VISITOR, BOT, STAFF, SYSTEM = "bezoeker", "bot", "medewerker", "systeem"
AUTHORS = (VISITOR, BOT, STAFF, SYSTEM)


def append(
    session: Session,
    conversation: Conversation,
    *,
    author: str,
    text: str,
    at: datetime,
    data: dict[str, Any] | None = None,
    payload: str | None = None,
    client_key: str | None = None,
    pending: bool = False,
    account_id: uuid.UUID | None = None,
) -> Message:
    """Adds a message behind the last one. Locks the conversation, so that order has one meaning."""
    locked(session, conversation)
    message = add(
        session,
        conversation,
        author=author,
        text=text,
        at=at,
        data=data,
        payload=payload,
        client_key=client_key,
        pending=pending,
        account_id=account_id,
    )
    session.flush()
    return message


def add(session: Session, conversation: Conversation, *, at: datetime, **values: Any) -> Message:
    """As `append`, to a conversation that is locked; written with what else the caller changes."""
    conversation.last_sequence += 1
    # Never back: a clock that was set back may not make a conversation look older than it is.
    conversation.last_message_at = max(at, conversation.last_message_at)
    message = Message(
        conversation_id=conversation.id,
        sequence=conversation.last_sequence,
        at=at,
        **({"pending": False} | values),
    )
    session.add(message)
    return message


def locked(session: Session, conversation: Conversation) -> None:
    """Reads the conversation anew and keeps others from changing it until the transaction ends."""
    # A refresh throws away what was set and not yet written.
    session.flush()
    session.refresh(conversation, with_for_update=True)


def messages_after(
    session: Session, conversation_id: uuid.UUID, sequence: int, *, most: int = 500
) -> Sequence[Message]:
    """In order; call again with the last sequence while there are `most`."""
    query = (
        select(Message)
        .where(Message.conversation_id == conversation_id, Message.sequence > sequence)
        .order_by(Message.sequence)
        .limit(most)
    )
    return session.scalars(query).all()


def sent_before(session: Session, conversation_id: uuid.UUID, client_key: str) -> Message | None:
    """What this browser sent under this key earlier."""
    return session.scalar(
        select(Message).where(
            Message.conversation_id == conversation_id, Message.client_key == client_key
        )
    )
