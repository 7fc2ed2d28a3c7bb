"""What staff do with a conversation: have it, give it away, answer, note, close.

Each locks the conversation first, so that of two people who click at once one gets it, and the
other is told who.
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.conversations import told
from bot.conversations.handoff import move, record, tell
from bot.conversations.log import STAFF, SYSTEM, append, locked, sent_before
from bot.conversations.models import Conversation, ConversationNote, Message
from bot.conversations.states import BOT, CLOSED, WAITING, WITH_PERSON, StepRefused
from bot.dialogue.commands import RESUME
from bot.people.models import Account
from bot.people.short_name import short_name

LONGEST_ANSWER = 5000
LONGEST_NOTE = 5000


class DeskRefused(ValueError):
    """This cannot be done now; the text says why, in Dutch."""


def take_over(session: Session, conversation: Conversation, who: Account, *, at: datetime) -> None:
    """Gives it to `who`. Raises DeskRefused when a colleague was first or it is closed."""
    locked(session, conversation)
    if conversation.state == WITH_PERSON:
        if conversation.assignee_id == who.id:
            return
        raise DeskRefused(f"{_assignee_name(session, conversation)} heeft dit gesprek al.")
    _step(session, conversation, WITH_PERSON, who, at)
    conversation.assignee_id = who.id
    _nothing_waits_for_the_bot(session, conversation)
    tell(session, conversation, told.with_person(short_name(who.name)), at=at)


def _nothing_waits_for_the_bot(session: Session, conversation: Conversation) -> None:
    """What it had not answered yet is the person's: later the bot would answer old questions."""
    session.execute(
        update(Message)
        .where(Message.conversation_id == conversation.id, Message.pending)
        .values(pending=False)
    )


def hand_over(
    session: Session, conversation: Conversation, who: Account, to: Account, *, at: datetime
) -> None:
    """Gives it to a colleague. Whether `to` may have it is the caller's check."""
    _must_be_with_person(session, conversation)
    if conversation.assignee_id == to.id:
        return
    data = {"from": str(conversation.assignee_id), "to": str(to.id)}
    conversation.assignee_id = to.id
    record(session, conversation, at=at, actor=str(who.id), kind="doorgegeven", data=data)
    tell(session, conversation, told.with_person(short_name(to.name)), at=at)


def put_back(session: Session, conversation: Conversation, who: Account, *, at: datetime) -> None:
    """Lets it wait for somebody else, also when the colleague who had it went home."""
    _must_be_with_person(session, conversation)
    name = _assignee_name(session, conversation)
    _step(session, conversation, WAITING, who, at)
    tell(session, conversation, told.person_left(short_name(name)), at=at)


def hand_back(
    session: Session,
    conversation: Conversation,
    who: Account,
    *,
    topic: str | None,
    at: datetime,
) -> None:
    """Gives it back to the bot, which is told the topic: a question's id."""
    locked(session, conversation)
    if conversation.state == BOT:
        return
    _step(session, conversation, BOT, who, at, topic=topic)
    if topic is not None:
        conversation.topic = topic
    tell(session, conversation, told.WITH_BOT, at=at)
    if conversation.token_hash is not None:
        append(
            session,
            conversation,
            author=SYSTEM,
            text="",
            data={"hidden": True},
            payload=resume_payload(topic),
            pending=True,
            at=at,
        )


def resume_payload(topic: str | None) -> str:
    """What the engine gets as if it were a button's payload, so that the bot goes on."""
    return f"/{RESUME}" + (json.dumps({"vraag": topic}) if topic else "")


def close(session: Session, conversation: Conversation, who: Account, *, at: datetime) -> None:
    locked(session, conversation)
    if conversation.state == CLOSED:
        return
    _step(session, conversation, CLOSED, who, at)
    tell(session, conversation, told.CLOSED, at=at)


def answer(
    session: Session,
    conversation: Conversation,
    who: Account,
    text: str,
    *,
    at: datetime,
    client_key: str | None = None,
) -> Message:
    """A message of the person who has the conversation; the same key again adds nothing."""
    text = _checked(text, LONGEST_ANSWER)
    locked(session, conversation)
    sent = sent_before(session, conversation.id, client_key) if client_key else None
    if sent is not None:
        return sent
    if conversation.state != WITH_PERSON or conversation.assignee_id != who.id:
        raise DeskRefused("Neem dit gesprek eerst over. Uw tekst staat nog in het veld.")
    return append(
        session,
        conversation,
        author=STAFF,
        text=text,
        account_id=who.id,
        client_key=client_key,
        at=at,
    )


def add_note(
    session: Session, conversation: Conversation, who: Account, text: str, *, at: datetime
) -> ConversationNote:
    """For colleagues; its text stays out of the events."""
    note = ConversationNote(
        conversation_id=conversation.id,
        at=at,
        account_id=who.id,
        text=_checked(text, LONGEST_NOTE),
    )
    session.add(note)
    record(session, conversation, at=at, actor=str(who.id), kind="notitie", data={})
    session.flush()
    return note


def _step(
    session: Session,
    conversation: Conversation,
    to: str,
    who: Account,
    at: datetime,
    **data: str | None,
) -> None:
    try:
        move(session, conversation, to, at=at, actor=str(who.id), data=data)
    except StepRefused as error:
        raise DeskRefused("Dit kan nu niet: het gesprek is intussen veranderd.") from error


def _must_be_with_person(session: Session, conversation: Conversation) -> None:
    locked(session, conversation)
    if conversation.state != WITH_PERSON:
        raise DeskRefused("Niemand heeft dit gesprek nu. Neem het eerst over.")


def _assignee_name(session: Session, conversation: Conversation) -> str:
    account = session.get(Account, conversation.assignee_id) if conversation.assignee_id else None
    return account.name if account else "Een collega"


def _checked(text: str, longest: int) -> str:
    text = text.strip()
    if not text:
        raise DeskRefused("Schrijf eerst iets.")
    if len(text) > longest:
        raise DeskRefused(f"Dit is langer dan {longest} tekens. Maak er twee van.")
    return text
