"""Forgetting a conversation, as far as it is kept here."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.conversations.models import Escalation


def erase_conversation(session: Session, conversation_id: str) -> int:
    """Delete what was passed on to people from this conversation; returns how many.

    Filed requests stay: the school has to answer them (AVG artikel 17 lid 3 onder b).
    """
    erased = session.scalars(
        delete(Escalation)
        .where(Escalation.conversation_id == conversation_id)
        .returning(Escalation.id)
    )
    return len(erased.all())
