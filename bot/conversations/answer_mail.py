"""The mail with what a person answered in the chat."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.contact import contact_line, reach_line
from bot.conversations.answers_by_mail import staff_messages
from bot.conversations.models import Conversation
from bot.people.models import Account
from bot.people.short_name import short_name
from bot.schools.finding import school_by_id
from bot.settings import Settings

_IN_THE_CHAT = "Dit staat ook in de chat op de website van de school. Daar kunt u verder vragen."


@dataclass(frozen=True, slots=True)
class AnswerMail:
    to: str
    subject: str
    text: str


def answer_mail(session: Session, payload: dict[str, Any], settings: Settings) -> AnswerMail | None:
    """None when the conversation was erased, or its address taken away, since."""
    conversation = session.get(Conversation, uuid.UUID(payload["conversation_id"]))
    if conversation is None or not conversation.contact_email:
        return None
    school = school_by_id(session, conversation.school_id)
    name = school.name if school else settings.school_name
    # Without the visitor's own words: an address can be mistyped.
    lines = [f"U stelde een vraag in de chat van {name}. Dit is het antwoord.", ""]
    messages = staff_messages(
        session, conversation.id, after=payload["after"], through=payload["through"]
    )
    for message in messages:
        lines += [f"{_author(session, message.account_id)} schrijft:", "", message.text, ""]
    if conversation.token_hash is not None:
        lines.append(_IN_THE_CHAT)
    lines.append(
        reach_line(school.name, school.phone, school.email) if school else contact_line(settings)
    )
    return AnswerMail(conversation.contact_email, f"Antwoord van {name}", "\n".join(lines))


def _author(session: Session, account_id: uuid.UUID | None) -> str:
    account = session.get(Account, account_id) if account_id else None
    return short_name(account.name) if account else "Een medewerker"
