"""What a visitor is told when the engine does not answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.chat.refusals import Contact
from bot.chat.turns import Turn, held, next_turn
from bot.chat.view import is_hidden
from bot.conversations.log import BOT, STAFF, SYSTEM, add
from bot.conversations.models import Conversation, Message
from bot.emergency.names import TOLD
from bot.schools.finding import school_by_id
from bot.settings import load_settings

_NOTICE = "storing"
_KEPT = (
    "De chatbot antwoordt nu even niet. Uw bericht is bewaard: het antwoord komt hier vanzelf te "
    "staan."
)
_GIVEN_UP = (
    "Door een storing kan ik op dit bericht geen antwoord geven. Stel uw vraag in andere woorden, "
    "of vraag om een medewerker."
)
_PERSON = {"title": "Ik wil een medewerker", "payload": "/medewerker"}


def contact_of(session: Session, conversation: Conversation) -> Contact:
    """The school's own telephone and e-mail, else those of this installation."""
    school = school_by_id(session, conversation.school_id)
    if school is not None and (school.phone or school.email):
        return Contact(school.phone or None, school.email or None)
    settings = load_settings()
    return Contact(settings.school_phone, settings.school_email)


def tell_outage(session: Session, turn: Turn, by: str, now: datetime) -> None:
    """Once per outage: not again before somebody has answered. The numbers stay the last word."""
    found = held(session, turn, by)
    if found is None or is_hidden(found[1]):
        return
    conversation = found[0]
    if _numbers_were_given(session, conversation) or _was_told(session, conversation):
        return
    contact = contact_of(session, conversation).sentence
    text = f"{_KEPT} Wilt u niet wachten? {contact}" if contact else _KEPT
    add(session, conversation, author=SYSTEM, text=text, data={"notice": _NOTICE}, at=now)


def give_up(session: Session, turn: Turn, by: str, now: datetime) -> Turn | None:
    """Ends the turn without an answer, and says so; gives the next turn."""
    found = held(session, turn, by)
    if found is None:
        return None
    conversation, message = found
    message.pending = False
    following = next_turn(session, conversation, by, now, done=turn.sequence)
    if not is_hidden(message) and not turn.emergency_told:
        text = f"{_GIVEN_UP} {contact_of(session, conversation).sentence}".rstrip()
        data = {"buttons": [_PERSON]}
        add(session, conversation, author=SYSTEM, text=text, data=data, at=now)
    return following


def _numbers_were_given(session: Session, conversation: Conversation) -> bool:
    """Behind a message that still waits: this one, or a later one that was typed meanwhile."""
    waiting = select(Message).where(Message.conversation_id == conversation.id, Message.pending)
    return any(TOLD in (message.data or {}) for message in session.scalars(waiting))


def _was_told(session: Session, conversation: Conversation) -> bool:
    answered = (
        select(Message.sequence)
        .where(Message.conversation_id == conversation.id, Message.author.in_((BOT, STAFF)))
        .order_by(Message.sequence.desc())
        .limit(1)
        .scalar_subquery()
    )
    since = select(Message).where(
        Message.conversation_id == conversation.id,
        Message.author == SYSTEM,
        Message.sequence > answered,
    )
    return any((message.data or {}).get("notice") == _NOTICE for message in session.scalars(since))
