"""Which conversations a transaction changed, whoever wrote it: for pushing at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Message

Tell = Callable[[set[uuid.UUID]], None]
#: Set in a session's `info`: its commit is part of a larger one, which tells by itself.
HELD_BACK = "conversations_held_back"
_CHANGED = "conversations_changed"
_LISTENERS: list[Tell] = []


def changed_in(session: Session) -> set[uuid.UUID]:
    """The conversations that this session wrote, or whose messages."""
    found: set[uuid.UUID] = session.info.get(_CHANGED, set())
    return found


@contextmanager
def listening(tell: Tell) -> Iterator[None]:
    """Within the context every commit of this process is told, in the thread that made it."""
    _LISTENERS.append(tell)
    try:
        yield
    finally:
        _LISTENERS.remove(tell)


@event.listens_for(Session, "after_flush")
def _remember(session: Session, _context: Any) -> None:
    for changed in (session.new, session.dirty, session.deleted):
        for row in changed:
            identifier = _conversation_of(row)
            if identifier is not None:
                session.info.setdefault(_CHANGED, set()).add(identifier)


@event.listens_for(Session, "after_commit")
def _tell(session: Session) -> None:
    if session.info.get(HELD_BACK):
        return
    changed = session.info.pop(_CHANGED, None)
    if changed:
        for tell in _LISTENERS:
            tell(changed)


def _conversation_of(row: Any) -> uuid.UUID | None:
    if isinstance(row, Conversation):
        return row.id
    return row.conversation_id if isinstance(row, Message) else None
