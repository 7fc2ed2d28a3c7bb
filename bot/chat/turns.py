"""Messages that wait for the bot: one of a conversation at a time, in order, by one process.

A process has a conversation until its lease is over; it renews the lease while it works. One that
died loses it by time, and who goes on then says `again`, for the engine may have had the message.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from bot.chat.typed import for_engine
from bot.conversations.log import BOT as BOT_AUTHOR
from bot.conversations.log import add
from bot.conversations.models import Conversation, Message
from bot.conversations.states import BOT, WAITING
from bot.emergency.names import TOLD
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
    #: The visitor has had the numbers for it.
    emergency_told: bool = False

    @property
    def key(self) -> tuple[uuid.UUID, int]:
        return self.conversation_id, self.sequence

    @property
    def identity(self) -> str:
        """How the engine knows this message when it comes twice."""
        return f"m{self.sequence}"


def left_behind(session: Session, now: datetime) -> list[tuple[uuid.UUID, str]]:
    """(id, sender) of conversations with a message that nobody is working on, oldest first."""
    # By the index of what waits: there are many conversations and few of these.
    waits = select(Message.conversation_id).where(Message.pending)
    query = (
        select(Conversation.id, Conversation.sender)
        .where(Conversation.id.in_(waits), _nobody_has_it(now))
        .order_by(Conversation.last_message_at)
        .limit(_AT_ONCE)
    )
    return [(row.id, row.sender) for row in session.execute(query)]


def claim(
    session: Session, conversation: Conversation, by: str, now: datetime, newest: Message | None
) -> Turn | None:
    """The next message for the engine, of a conversation that is locked and holds `newest` last.

    None when there is none or another process has it.
    """
    if not _is_free(conversation, now):
        return None
    again = conversation.claimed_by is not None
    return next_turn(session, conversation, by, now, newest=newest, again=again)


def claim_by_id(
    session: Session, conversation_id: uuid.UUID, by: str, now: datetime
) -> Turn | None:
    conversation = _locked(session, conversation_id)
    return claim(session, conversation, by, now, None) if conversation is not None else None


def finish(session: Session, turn: Turn, by: str, answer: Answer, now: datetime) -> Turn | None:
    """Stores the answer with the end of its turn, all or nothing; gives the next turn."""
    found = held(session, turn, by)
    if found is None:
        return None
    conversation, message = found
    message.pending, message.understood = False, answer.understood or message.understood
    following = next_turn(session, conversation, by, now, done=turn.sequence)
    for said in answer.said:
        data = {"buttons": list(said.buttons), "custom": said.custom}
        kept = {name: value for name, value in data.items() if value}
        add(session, conversation, author=BOT_AUTHOR, text=said.text, data=kept, at=now)
        topic = (said.custom or {}).get("vraag")
        if isinstance(topic, str):
            conversation.topic = topic[:64]
    session.flush()
    return following


def held(session: Session, turn: Turn, by: str) -> tuple[Conversation, Message] | None:
    """The conversation, locked, and the message; None when erased, or when another has it by now."""
    conversation = _locked(session, turn.conversation_id)
    if conversation is None or conversation.claimed_by != by:
        return None
    message = session.get(Message, (turn.conversation_id, turn.sequence))
    return (conversation, message) if message is not None and message.pending else None


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
    session: Session,
    conversation: Conversation,
    by: str,
    now: datetime,
    *,
    newest: Message | None = None,
    done: int = 0,
    again: bool = False,
) -> Turn | None:
    """Of a conversation that is locked and ours. A person who has it answers what is left.

    `done` is the sequence up to which nothing waits any more; `newest` may not be written yet.
    """
    waiting = select(Message).where(
        Message.conversation_id == conversation.id, Message.pending, Message.sequence > done
    )
    with session.no_autoflush:
        message = session.scalar(waiting.order_by(Message.sequence).limit(1)) or newest
        if message is None or not message.pending or conversation.state not in ANSWERED_BY_BOT:
            for left in session.scalars(waiting) if message is not None else ():
                left.pending = False
            conversation.claimed_by = conversation.claimed_until = None
            return None
    conversation.claimed_by, conversation.claimed_until = by, now + LEASE
    text = message.payload if message.payload is not None else for_engine(message.text)
    return Turn(
        conversation.id,
        conversation.sender,
        message.sequence,
        text,
        message.at,
        again=again,
        emergency_told=bool((message.data or {}).get(TOLD)),
    )


def _locked(session: Session, conversation_id: uuid.UUID) -> Conversation | None:
    return session.get(Conversation, conversation_id, with_for_update=True, populate_existing=True)


def _is_free(conversation: Conversation, now: datetime) -> bool:
    until = conversation.claimed_until
    # A clock that was set back must not make a lease of seconds one of hours.
    return until is None or not now < until <= now + 2 * LEASE


def _nobody_has_it(now: datetime) -> ColumnElement[bool]:
    """`_is_free`, for the database."""
    until = Conversation.claimed_until
    return or_(until.is_(None), until <= now, until > now + 2 * LEASE)
