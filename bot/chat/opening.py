"""Beginning: what the chat says first, and the conversation that the first message makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.chat.refusals import Contact, Refused
from bot.chat.sending import send
from bot.chat.typed import Pressed, Sent
from bot.conversations.log import BOT as BOT_AUTHOR
from bot.conversations.log import add, sent_before
from bot.conversations.models import Conversation, Message
from bot.conversations.opening import of_visitor, open_for_visitor
from bot.encryption.search import keyed_hash
from bot.engines.replies import Said
from bot.schools.models import School

DEFAULT_NAME = "de schoolassistent"
_SAME_OPENING = timedelta(minutes=10)
_BUTTONS = (
    {"title": "Laat de onderwerpen zien", "payload": "/help"},
    {"title": "Een verzoek of klacht indienen", "payload": "/verzoek_indienen"},
    {"title": "Wat gebeurt er met wat ik typ?", "payload": "/privacy_bot"},
    {"title": "Ik wil een medewerker", "payload": "/medewerker"},
)


def find_school(session: Session, slug: str) -> School:
    """Raises Refused."""
    school = session.scalar(select(School).where(School.slug == slug)) if slug else None
    if school is None:
        raise Refused("geen_school")
    return school


def opening(school: School, chat_days: int) -> tuple[Said, ...]:
    """That this is a bot, what is done with what is typed, for how long, and how to reach a person."""
    name = school.chat.get("name") or DEFAULT_NAME
    greeting = school.chat.get("greeting") or (
        "Stel uw vraag over de gegevens van uw kind, of kies een knop."
    )
    contact = Contact(school.phone or None, school.email or None).sentence
    return (
        Said(f"Dag! Ik ben {name}, de chatbot van {school.name}. Ik ben geen mens.\n\n{greeting}"),
        Said(
            "Wat u typt, gebruikt de school alleen om u te helpen. Uw gesprek wordt "
            f"{chat_days} dagen na uw laatste bericht gewist. U kunt het ook zelf wissen. Noem "
            "liever geen namen, en typ nooit een BSN.\n\n"
            f"Liever een mens? Typ dan ‘medewerker’. {contact}".rstrip(),
            buttons=_BUTTONS,
        ),
    )


def start(
    session: Session, school: School, sent: Sent, chat_days: int, now: datetime
) -> tuple[Conversation, str, Message | None]:
    """A conversation with its opening, the token of its browser, and its message unless begun before.

    The token follows from the message's key and our own secret, so that a browser that did not get
    our answer and sends the same again finds the conversation that it began. Raises Refused.
    """
    token = keyed_hash(f"{school.slug}:{sent.key}", purpose="chat-token").hex()
    earlier = of_visitor(session, token, lock=True)
    if earlier is not None:
        if sent_before(session, earlier.id, sent.key) and now - earlier.created_at < _SAME_OPENING:
            return earlier, token, None
        raise Refused("ongeldig")
    conversation, token = open_for_visitor(session, school.id, now, token=token)
    said = opening(school, chat_days)
    for part in said:
        data = {"buttons": list(part.buttons)} if part.buttons else None
        add(session, conversation, author=BOT_AUTHOR, text=part.text, data=data, at=now)
    session.flush()
    return conversation, token, send(session, conversation, _in_conversation(sent, said), now)


def _in_conversation(sent: Sent, said: Sequence[Said]) -> Sent:
    """A button of the opening as one of the messages that the opening became."""
    if not isinstance(sent, Pressed):
        return sent
    if sent.message >= len(said):
        raise Refused("knop_weg")
    return Pressed(sent.key, sent.message + 1, sent.index)
