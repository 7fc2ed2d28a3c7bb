"""Forgetting a conversation, as far as it is kept here."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.conversations.answers_by_mail import answer_lane
from bot.conversations.opening import of_sender
from bot.outbox.models import OutboxMessage


def erase_conversation(session: Session, sender: str) -> bool:
    """Deletes the conversation with all that hangs on it; False when none was kept.

    Filed requests stay: the school has to answer them (AVG artikel 17 lid 3 onder b). So does a
    warning of danger that is still to be mailed: it names nobody.
    """
    conversation = of_sender(session, sender)
    if conversation is None:
        return False
    lane = answer_lane(conversation.id)
    session.execute(delete(OutboxMessage).where(OutboxMessage.lane == lane))
    session.delete(conversation)
    session.flush()
    return True
