"""An e-mail address for a question that already waits for a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.conversations.log import VISITOR, append
from bot.conversations.opening import of_sender
from bot.conversations.states import WAITING, WITH_PERSON


def add_contact(session: Session, *, sender: str, question: str, email: str, now: datetime) -> bool:
    """Gives a conversation that waits for a person an address; False when it does not wait."""
    conversation = of_sender(session, sender)
    if conversation is None or conversation.state not in (WAITING, WITH_PERSON):
        return False
    conversation.contact_email = email.lower()
    if conversation.token_hash is None:
        append(session, conversation, author=VISITOR, text=question, at=now)
    return True
