"""Messages that wait for the bot: one of a conversation at a time, in order, by one process.

A process has a conversation until its lease is over; it renews the lease while it works. One that
died loses it by time, and who goes on then says `again`, for the engine may have had the message.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, or_, select, update
from sqlalchemy.orm import Session

from bot.chat.typed import for_engine
from bot.conversations.log import BOT as BOT_AUTHOR
from bot.conversations.log import append, locked
from bot.conversations.models import Conversation, Message
from bot.conversations.states import BOT, WAITING
from bot.engines.replies import Answer

LEASE = timedelta(seconds=10)
#: While it waits for a person the bot still helps; a person who has it answers alone.
ANSWERED_BY_BOT = (BOT, WAITING)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Turn:
    """One message on its way to the engine. `again`: it may have been there before."""

    conversation_id: uuid.UUID
    sender: str
    sequence: int
    message: str
    at: datetime
    again: bool = False

    @property
    def key(self) -> tuple[uuid.UUID, int]:
        return self.conversation_id, self.sequence

    @property
    def identity(self) -> str:
        """How the engine knows this message when it comes twice."""
        return f"m{self.sequence}"


def left_behind(session: Session, now: datetime) -> list[tuple[uuid.UUID, str]]:
    """(id, sender) of conversations with a message that nobody is working on, oldest first."""
    waits = exists().where(Message.conversation_id == Conversation.id, Message.pending)
    query = (
        select(Conversation.id, Conversation.sender)
        .where(waits, _nobody_has_it(now))
        .order_by(Conversation.last_message_at)
        .limit(_AT_ONCE)
    )
    return [(row.id, row.sender) for row in session.execute(query)]


def claim(session: Session, conversation: Conversation, by: str, now: datetime) -> Turn | None:
    """The next message for the engine; None when there is none or another process has it."""
    locked(session, conversation)
    free = session.scalar(
        select(Conversation.id).where(Conversation.id == conversation.id, _nobody_has_it(now))
    )
    if free is None:
        return None
    return next_turn(session, conversation, by, now, again=conversation.claimed_by is not None)


def claim_by_id(
    session: Session, conversation_id: uuid.UUID, by: str, now: datetime
) -> Turn | None:
    conversation = session.get(Conversation, conversation_id)
    return None if conversation is None else claim(session, conversation, by, now)


def finish(session: Session, turn: Turn, by: str, answer: Answer, now: datetime) -> Turn | None:
    """Stores the answer with the end of its turn, all or nothing; gives the next turn."""
    conversation = held(session, turn, by)
    if conversation is None:
        return None
    message = session.get_one(Message, (turn.conversation_id, turn.sequence))
    message.pending, message.understood = False, answer.understood or None
    for said in answer.said:
        data = {"buttons": list(said.buttons), "custom": said.custom}
        append(
            session,
            conversation,
            author=BOT_AUTHOR,
            text=said.text,
            data={name: value for name, value in data.items() if value},
            at=now,
        )
        topic = (said.custom or {}).get("vraag")
        if isinstance(topic, str):
            conversation.topic = topic[:64]
    return next_turn(session, conversation, by, now)


def held(session: Session, turn: Turn, by: str) -> Conversation | None:
    """The conversation, locked; None when it is erased or another process has it by now."""
    conversation = session.get(Conversation, turn.conversation_id)
    if conversation is None:
        return None
    locked(session, conversation)
    message = session.get(Message, (turn.conversation_id, turn.sequence))
    if conversation.claimed_by != by or message is None or not message.pending:
        return None
    return conversation


def is_erased(session: Session, turn: Turn) -> bool:
    return session.get(Conversation, turn.conversation_id) is None


def leave(session: Session, turn: Turn, by: str, now: datetime, *, reached: bool) -> None:
    """Gives the turn to whoever comes next; `reached`: the engine may have had the message."""
    free = {"claimed_until": now} if reached else {"claimed_until": None, "claimed_by": None}
    session.execute(
        update(Conversation)
        .where(Conversation.id == turn.conversation_id, Conversation.claimed_by == by)
        .values(free)
    )


def renew(session: Session, ids: Sequence[uuid.UUID], by: str, now: datetime) -> None:
    session.execute(
        update(Conversation)
        .where(Conversation.id.in_(ids), Conversation.claimed_by == by)
        .values(claimed_until=now + LEASE)
    )


def next_turn(
    session: Session, conversation: Conversation, by: str, now: datetime, *, again: bool = False
) -> Turn | None:
    """Of a conversation that is locked and ours. A person who has it answers what is left."""
    waiting = select(Message).where(Message.conversation_id == conversation.id, Message.pending)
    if conversation.state not in ANSWERED_BY_BOT:
        for left in session.scalars(waiting):
            left.pending = False
    message = session.scalar(waiting.order_by(Message.sequence).limit(1))
    if message is None:
        conversation.claimed_by = conversation.claimed_until = None
        session.flush()
        return None
    conversation.claimed_by, conversation.claimed_until = by, now + LEASE
    session.flush()
    text = message.payload if message.payload is not None else for_engine(message.text)
    return Turn(
        conversation.id, conversation.sender, message.sequence, text, message.at, again=again
    )


def _nobody_has_it(now: datetime) -> ColumnElement[bool]:
    return or_(
        Conversation.claimed_until.is_(None),
        Conversation.claimed_until <= now,
        # A clock that was set back must not make a lease of seconds one of hours.
        Conversation.claimed_until > now + 2 * LEASE,
    )
