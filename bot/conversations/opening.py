"""Finding a conversation, or beginning one."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation
from bot.conversations.states import BOT
from bot.schools.finding import school_by_id
from bot.schools.models import School
from bot.tokens import hash_token


def open_for_visitor(
    session: Session, school_id: uuid.UUID | None, now: datetime, *, token: str | None = None
) -> tuple[Conversation, str]:
    """A new conversation and the token of its browser, which is kept nowhere."""
    token = token or secrets.token_urlsafe(32)
    conversation = _new(f"web-{secrets.token_urlsafe(24)}", now)
    conversation.school_id, conversation.token_hash = school_id, hash_token(token)
    session.add(conversation)
    session.flush()
    return conversation, token


def of_visitor(session: Session, token: str, *, lock: bool = False) -> Conversation | None:
    """The conversation that this browser began; `lock` keeps others from changing it meanwhile."""
    if not token:
        return None
    query = select(Conversation).where(Conversation.token_hash == hash_token(token))
    return session.scalar(query.with_for_update() if lock else query)


def of_sender(session: Session, sender: str) -> Conversation | None:
    return session.scalar(select(Conversation).where(Conversation.sender == sender))


def school_of(session: Session, sender: str) -> School | None:
    """On whose page the conversation began; None for one that came another way."""
    conversation = of_sender(session, sender)
    return school_by_id(session, conversation.school_id) if conversation is not None else None


def ensure_for_sender(session: Session, sender: str, now: datetime) -> Conversation:
    """The conversation that the engine knows by this name; made when none of our pages began it."""
    found = of_sender(session, sender)
    if found is not None:
        return found
    conversation = _new(sender, now)
    try:
        with session.begin_nested():
            session.add(conversation)
            session.flush()
    except IntegrityError:
        # Another process made it in the meantime.
        made = of_sender(session, sender)
        if made is None:
            raise
        return made
    return conversation


def _new(sender: str, now: datetime) -> Conversation:
    return Conversation(sender=sender, state=BOT, created_at=now, last_message_at=now)
