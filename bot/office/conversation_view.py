"""What the page of a conversation shows, gathered from everywhere it is kept."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.log import BOT, STAFF, VISITOR, messages_after
from bot.conversations.models import Conversation, ConversationEvent, ConversationNote, Message
from bot.conversations.states import BOT as STATE_BOT
from bot.conversations.states import CLOSED, WAITING, WITH_PERSON
from bot.office.conversation_words import event_nl, presence_nl, title_of
from bot.office.understanding import best_answers, understand
from bot.people.colleagues import names_of, who_can_answer
from bot.people.models import Account
from bot.requests.models import Request
from bot.schools.finding import school_by_id
from bot.schools.models import School

_WHO_NL = {VISITOR: "Bezoeker", BOT: "Assistent", STAFF: "Medewerker"}


@dataclass(frozen=True, slots=True)
class Line:
    """One message as staff see it. `understood` has titles with percentages, best first."""

    message: Message
    who: str
    buttons: list[str]
    understood: list[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationView:
    lines: list[Line]
    school: School | None
    assignee: Account | None
    is_mine: bool
    may_take: bool
    presence: str
    topic: str
    colleagues: Sequence[Account]
    notes: list[tuple[ConversationNote, str]]
    events: list[tuple[ConversationEvent, str, str]]
    filed: Sequence[str]


def view_of(
    session: Session, conversation: Conversation, viewer_id: uuid.UUID, now: datetime
) -> ConversationView:
    events = _all(session, ConversationEvent, conversation)
    notes = _all(session, ConversationNote, conversation)
    names = names_of(session, [*(e.actor for e in events), *(str(n.account_id) for n in notes)])
    assignee = conversation.assignee_id
    return ConversationView(
        lines=lines_after(session, conversation, 0),
        school=school_by_id(session, conversation.school_id),
        assignee=session.get(Account, assignee) if assignee else None,
        is_mine=conversation.state == WITH_PERSON and assignee == viewer_id,
        may_take=conversation.state in (STATE_BOT, WAITING),
        presence=presence_nl(conversation, now) if conversation.state != CLOSED else "",
        topic=title_of(conversation.topic) if conversation.topic else "",
        colleagues=[
            one for one in who_can_answer(session, conversation.school_id) if one.id != assignee
        ],
        notes=[(note, names[str(note.account_id)]) for note in notes],
        events=[(event, event_nl(event), names[event.actor]) for event in events],
        filed=_filed(session, conversation),
    )


def lines_after(session: Session, conversation: Conversation, sequence: int) -> list[Line]:
    """Everything but what is for the engine alone."""
    messages = [
        message
        for message in _messages(session, conversation.id, sequence)
        if not (message.data or {}).get("hidden")
    ]
    names = names_of(session, [str(one.account_id) for one in messages if one.account_id])
    return [_line(message, names) for message in messages]


def suggestions(
    session: Session, conversation: Conversation, *, may_ask: bool = True
) -> list[dict[str, Any]]:
    """The bot's best answers to the visitor's last message. `may_ask`: also of the engine."""
    last = session.scalar(
        select(Message)
        .where(Message.conversation_id == conversation.id, Message.author == VISITOR)
        .order_by(Message.sequence.desc())
        .limit(1)
    )
    if last is None:
        return []
    names = [str(name) for name, sure in last.understood or [] if _percent(sure)]
    if not names and may_ask:
        names = understand(last.text, conversation.sender)
    return [
        {
            "question": answer.question,
            "title": answer.title,
            "sources": ", ".join(source.name for source in answer.sources),
        }
        for answer in best_answers(names)
    ]


def _line(message: Message, names: dict[str, str]) -> Line:
    who = _WHO_NL.get(message.author, "")
    if message.account_id is not None:
        who = names[str(message.account_id)]
    return Line(
        message,
        who,
        [str(button.get("title", "")) for button in (message.data or {}).get("buttons") or []],
        [
            (title_of(str(name)), percent)
            for name, sure in message.understood or []
            if (percent := _percent(sure))
        ],
    )


def _percent(sure: float) -> int:
    """What comes to 0 % was no thought of the bot's, only the next in its list."""
    return round(sure * 100)


def _messages(session: Session, conversation_id: uuid.UUID, sequence: int) -> Iterable[Message]:
    while found := messages_after(session, conversation_id, sequence):
        yield from found
        sequence = found[-1].sequence


def _all(session: Session, model: Any, conversation: Conversation) -> Sequence[Any]:
    query = select(model).where(model.conversation_id == conversation.id)
    return session.scalars(query.order_by(model.at)).all()


def _filed(session: Session, conversation: Conversation) -> Sequence[str]:
    query = select(Request.reference).where(Request.conversation_id == conversation.sender)
    return session.scalars(query.order_by(Request.received_at)).all()
