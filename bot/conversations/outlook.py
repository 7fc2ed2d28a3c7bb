"""What a visitor may expect of a person, in this conversation and at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.contact import contact_line, reach_line
from bot.conversations.models import Conversation
from bot.conversations.opening import of_sender
from bot.conversations.promise import Promise, promise
from bot.conversations.waiting import longest_wait
from bot.schools.finding import school_by_id
from bot.settings import load_settings


@dataclass(frozen=True, slots=True)
class Outlook:
    """`promise` is None where no person can answer in the chat: the answer can only be mailed."""

    promise: Promise | None
    contact: str
    has_address: bool = False


def outlook(session: Session, sender: str, now: datetime) -> Outlook:
    """Of the conversation that the engine knows by this name."""
    conversation = of_sender(session, sender)
    if conversation is None or conversation.token_hash is None:
        return Outlook(None, contact_line(load_settings()))
    return _of_a_page(session, conversation, now)


def _of_a_page(session: Session, conversation: Conversation, now: datetime) -> Outlook:
    settings = load_settings()
    school_id = conversation.school_id
    school = school_by_id(session, school_id)
    wait = longest_wait(session, school_id, now, besides=conversation.id)
    contact = (
        reach_line(school.name, school.phone, school.email) if school else contact_line(settings)
    )
    return Outlook(
        promise(school, now, zone=settings.timezone, longest_wait=wait),
        contact,
        has_address=conversation.contact_email is not None,
    )
