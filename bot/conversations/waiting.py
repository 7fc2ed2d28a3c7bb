"""Lists of conversations: who waits and since when, whose they are, what is recent."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from bot.conversations.handoff import DANGER
from bot.conversations.models import Conversation
from bot.conversations.states import WAITING, WITH_PERSON

Condition = ColumnElement[bool]
_MOST_SHOWN = 100


def waiting(session: Session, mine: Condition) -> Sequence[Conversation]:
    """Danger first, then who waits longest. `mine`: which conversations may be seen."""
    danger_first = case((Conversation.reason == DANGER, 0), else_=1)
    query = (
        select(Conversation)
        .where(Conversation.state == WAITING, mine)
        .order_by(danger_first, Conversation.waiting_since)
        .limit(_MOST_SHOWN)
    )
    return session.scalars(query).all()


def with_person(session: Session, mine: Condition) -> Sequence[Conversation]:
    """Everything that some person has, longest silent first."""
    query = (
        select(Conversation)
        .where(Conversation.state == WITH_PERSON, mine)
        .order_by(Conversation.last_message_at)
        .limit(_MOST_SHOWN)
    )
    return session.scalars(query).all()


def recent(session: Session, mine: Condition, *, most: int = 30) -> Sequence[Conversation]:
    """What a person was asked in once, and nobody has or waits for now; newest first."""
    query = (
        select(Conversation)
        .where(Conversation.state.not_in((WAITING, WITH_PERSON)), Conversation.reason.is_not(None))
        .where(mine)
        .order_by(Conversation.last_message_at.desc())
        .limit(most)
    )
    return session.scalars(query).all()


def longest_wait(
    session: Session,
    school_id: uuid.UUID | None,
    now: datetime,
    *,
    besides: uuid.UUID | None = None,
) -> timedelta:
    """How long the first in line at this school waits; zero when nobody else does."""
    query = select(func.min(Conversation.waiting_since)).where(
        Conversation.state == WAITING,
        Conversation.school_id == school_id,
        Conversation.token_hash.is_not(None),
    )
    since = session.scalar(query if besides is None else query.where(Conversation.id != besides))
    return now - since if since is not None else timedelta()
