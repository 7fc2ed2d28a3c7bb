"""An e-mail address for a question that already waits for a person."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.escalations import OPEN
from bot.conversations.models import Escalation


def add_contact(session: Session, *, conversation_id: str, question: str, email: str) -> bool:
    """Give the newest open question of this conversation an address; False when none waits."""
    waiting = session.scalar(
        select(Escalation)
        .where(
            Escalation.conversation_id == conversation_id,
            Escalation.state == OPEN,
            Escalation.contact_email.is_(None),
        )
        .order_by(Escalation.created_at.desc())
        .limit(1)
    )
    if waiting is None:
        return False
    waiting.contact_email = email.lower()
    waiting.question = question
    return True
