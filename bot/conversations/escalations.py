"""Passes a question on to a person: stored once, with its conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.conversations.models import Escalation

REASONS = ("gevraagd", "twee_missers", "nood")
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a conversation: `who` is bezoeker or bot."""

    who: str
    text: str
    at: datetime

    def to_json(self) -> dict[str, str]:
        return {"who": self.who, "text": self.text, "at": self.at.isoformat()}


@dataclass(frozen=True, slots=True)
class Escalated:
    """`created` is False when this key was stored before."""

    escalation: Escalation
    created: bool


def escalate(
    session: Session,
    *,
    filing_key: str,
    conversation_id: str,
    reason: str,
    question: str,
    transcript: Sequence[Line],
    contact_email: str | None,
    now: datetime,
) -> Escalated:
    """Stores the question, or finds what this key stored earlier. The caller commits."""
    if reason not in REASONS:
        raise ValueError(f"reason must be one of {', '.join(REASONS)}")
    earlier = _stored_before(session, filing_key)
    if earlier is not None:
        return Escalated(earlier, created=False)
    escalation = Escalation(
        filing_key=filing_key,
        conversation_id=conversation_id,
        reason=reason,
        question=question,
        transcript=[line.to_json() for line in transcript],
        contact_email=contact_email.lower() if contact_email else None,
        state=OPEN,
        created_at=now,
    )
    return _insert(session, escalation)


def _insert(session: Session, escalation: Escalation) -> Escalated:
    key = escalation.filing_key
    try:
        with session.begin_nested():
            session.add(escalation)
            session.flush()
    except IntegrityError:
        # Another process stored this key in the meantime.
        earlier = _stored_before(session, key)
        if earlier is None:
            raise
        return Escalated(earlier, created=False)
    return Escalated(escalation, created=True)


def _stored_before(session: Session, filing_key: str) -> Escalation | None:
    return session.scalar(select(Escalation).where(Escalation.filing_key == filing_key))
