"""Erases a conversation wherever it is kept; what the engine remembers of it follows by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.conversations.erasure import erase_conversation
from bot.conversations.models import Conversation, TrackerErasure
from bot.conversations.opening import of_sender
from bot.requests.models import Request


@dataclass(frozen=True, slots=True)
class Kept:
    """A filed request: it stays, for the school has to answer it (AVG artikel 17 lid 3 onder b)."""

    reference: str
    kind: str


def erase_whole(session: Session, sender: str, now: datetime) -> tuple[Kept, ...]:
    """Everything of this conversation; gives the requests that stay, which point to it no more.

    A request keeps its filing key, which says nothing of what was typed: should the engine still
    have the form in hand, it is filed once all the same.
    """
    kept = _loosen_requests(session, sender)
    conversation = of_sender(session, sender)
    began_on_a_page = sender.startswith("web-") or (
        conversation is not None and conversation.token_hash is not None
    )
    # Elsewhere, as in a terminal, the same name may go on; the engine forgets by itself there.
    if began_on_a_page and session.get(TrackerErasure, sender) is None:
        session.add(TrackerErasure(sender=sender, asked_at=now))
    erase_conversation(session, sender)
    session.flush()
    return kept


def finish_erasure(session: Session, sender: str) -> None:
    """After the engine forgot it: also what a message wrote that it still had in hand."""
    _loosen_requests(session, sender)
    erase_conversation(session, sender)
    erasure = session.get(TrackerErasure, sender)
    if erasure is not None:
        session.delete(erasure)
    session.flush()


def silent_since(session: Session, moment: datetime, *, most: int) -> Sequence[str]:
    """Senders of conversations without a message since then, longest silent first."""
    query = (
        select(Conversation.sender)
        .where(Conversation.last_message_at < moment)
        .order_by(Conversation.last_message_at)
        .limit(most)
    )
    return session.scalars(query).all()


def erase_if_silent(session: Session, sender: str, moment: datetime, now: datetime) -> bool:
    """False when somebody wrote in it after all."""
    conversation = of_sender(session, sender)
    if conversation is None or conversation.last_message_at >= moment:
        return False
    erase_whole(session, sender, now)
    return True


def kept_since(now: datetime, chat_days: int) -> datetime:
    """What was silent before this moment has had its time."""
    return now - timedelta(days=chat_days)


def _loosen_requests(session: Session, sender: str) -> tuple[Kept, ...]:
    query = select(Request.reference, Request.kind).where(Request.conversation_id == sender)
    kept = tuple(Kept(row.reference, row.kind) for row in session.execute(query))
    if kept:
        session.execute(
            update(Request).where(Request.conversation_id == sender).values(conversation_id=None)
        )
    return kept
