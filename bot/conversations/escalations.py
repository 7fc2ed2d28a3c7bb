"""Passes a question on to a person: stored once, with its conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.conversations.alerts import alert, is_known_danger
from bot.conversations.handoff import DANGER, REASONS, call_person
from bot.conversations.log import append
from bot.conversations.models import Conversation, Escalation
from bot.conversations.opening import ensure_for_sender


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a conversation: `who` is bezoeker or bot."""

    who: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Escalated:
    """`created` is False when this key was stored before."""

    escalation: Escalation
    created: bool


def escalate(
    session: Session,
    *,
    filing_key: str,
    sender: str,
    reason: str,
    question: str,
    transcript: Sequence[Line],
    contact_email: str | None,
    now: datetime,
) -> Escalated:
    """Stores the question and lets the conversation wait for a person, or finds what this key stored.

    `transcript` is kept only when no page of ours kept the messages already. The caller commits.
    """
    if reason not in REASONS:
        raise ValueError(f"reason must be one of {', '.join(REASONS)}")
    earlier = _stored_before(session, filing_key)
    if earlier is not None:
        return Escalated(earlier, created=False)
    conversation = ensure_for_sender(session, sender, now)
    escalated = _insert(session, filing_key, conversation, reason, question, now)
    if escalated.created:
        _keep(session, conversation, transcript)
        if contact_email:
            conversation.contact_email = contact_email.lower()
        if reason == DANGER and not is_known_danger(conversation):
            alert(session, conversation, at=now)
        call_person(session, conversation, reason, at=now)
    return escalated


def _keep(session: Session, conversation: Conversation, transcript: Sequence[Line]) -> None:
    if conversation.token_hash is not None:
        return
    newest = conversation.last_message_at if conversation.last_sequence else None
    for line in transcript:
        if newest is None or line.at > newest:
            append(session, conversation, author=line.who, text=line.text, at=line.at)


def _insert(
    session: Session,
    filing_key: str,
    conversation: Conversation,
    reason: str,
    question: str,
    now: datetime,
) -> Escalated:
    escalation = Escalation(
        filing_key=filing_key,
        conversation_id=conversation.id,
        reason=reason,
        question=question,
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(escalation)
            session.flush()
    except IntegrityError:
        # Another process stored this key in the meantime.
        earlier = _stored_before(session, filing_key)
        if earlier is None:
            raise
        return Escalated(earlier, created=False)
    return Escalated(escalation, created=True)


def _stored_before(session: Session, filing_key: str) -> Escalation | None:
    return session.scalar(select(Escalation).where(Escalation.filing_key == filing_key))
