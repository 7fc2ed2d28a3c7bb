"""Forgetting a conversation, as far as it is kept here."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation


def erase_conversation(session: Session, sender: str) -> bool:
    """Deletes the conversation with all that hangs on it; False when none was kept.

    Filed requests stay: the school has to answer them (AVG artikel 17 lid 3 onder b).
    """
    erased = session.execute(delete(Conversation).where(Conversation.sender == sender))
    return erased.rowcount > 0  # type: ignore[attr-defined]
