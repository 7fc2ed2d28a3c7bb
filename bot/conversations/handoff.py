"""Who has a conversation, and how it changes hands; every change is an event."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.conversations import told
from bot.conversations.log import SYSTEM, VISITOR, append, locked
from bot.conversations.models import Conversation, ConversationEvent
from bot.conversations.states import BOT, CLOSED, WAITING, WITH_PERSON, check_step

REASONS = ("gevraagd", "twee_missers", "nood")
DANGER = "nood"


def move(
    session: Session,
    conversation: Conversation,
    to: str,
    *,
    at: datetime,
    actor: str,
    data: dict[str, Any] | None = None,
) -> None:
    """Takes a step of the table with its event, or raises StepRefused and changes nothing."""
    check_step(conversation.state, to)
    change = {"from": conversation.state, "to": to, **(data or {})}
    conversation.state = to
    conversation.waiting_since = at if to == WAITING else None
    conversation.closed_at = at if to == CLOSED else None
    if to != WITH_PERSON:
        conversation.assignee_id = None
    record(session, conversation, at=at, actor=actor, kind="overgang", data=change)
    session.flush()


def call_person(session: Session, conversation: Conversation, reason: str, *, at: datetime) -> None:
    """Puts it with what waits for a person. Waiting longer or being in danger is never made less."""
    locked(session, conversation)
    if conversation.reason != DANGER or conversation.state != WAITING:
        conversation.reason = reason
    if conversation.state in (WAITING, WITH_PERSON):
        data = {"reason": reason}
        record(session, conversation, at=at, actor=VISITOR, kind="gevraagd", data=data)
        return
    move(session, conversation, WAITING, at=at, actor=VISITOR, data={"reason": reason})


def stop_waiting(session: Session, conversation: Conversation, *, at: datetime) -> bool:
    """The visitor needs no person any more; False when it did not wait, and nothing changes."""
    return _back_to_bot(session, conversation, WAITING, at)


def reopen(session: Session, conversation: Conversation, *, at: datetime) -> bool:
    """The visitor typed in a closed conversation; False when it was not closed."""
    return _back_to_bot(session, conversation, CLOSED, at)


def _back_to_bot(session: Session, conversation: Conversation, state: str, at: datetime) -> bool:
    locked(session, conversation)
    if conversation.state != state:
        return False
    move(session, conversation, BOT, at=at, actor=VISITOR)
    tell(session, conversation, told.WITH_BOT, at=at)
    return True


def tell(session: Session, conversation: Conversation, text: str, *, at: datetime) -> None:
    """A line between the messages that the visitor and the staff both see."""
    append(session, conversation, author=SYSTEM, text=text, at=at)


def record(
    session: Session,
    conversation: Conversation,
    *,
    at: datetime,
    actor: str,
    kind: str,
    data: dict[str, Any],
) -> None:
    """Adds an event; `data` holds nothing that was typed."""
    session.add(
        ConversationEvent(conversation_id=conversation.id, at=at, actor=actor, kind=kind, data=data)
    )
