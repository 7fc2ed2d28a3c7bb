"""Which conversations a transaction changed, whoever wrote it: for pushing at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from bot.conversations.models import Conversation, Message

HELD_BACK = "conversations_held_back"
_CHANGED = "conversations_changed"


def changed_in(session: Session) -> set[uuid.UUID]:
    """The conversations that this session wrote, or whose messages."""
    found: set[uuid.UUID] = session.info.get(_CHANGED, set())
    return found


def listen(tell: Callable[[set[uuid.UUID]], None]) -> Callable[[], None]:
    """Calls `tell`, in any thread, after every commit that changed a conversation; returns the end."""

    def after_commit(session: Session) -> None:
        changed = session.info.pop(_CHANGED, None)
        if changed and not session.info.get(HELD_BACK):
            tell(changed)
        elif changed:
            session.info[_CHANGED] = changed

    event.listen(Session, "after_flush", _remember)
    event.listen(Session, "after_commit", after_commit)

    def end() -> None:
        event.remove(Session, "after_flush", _remember)
        event.remove(Session, "after_commit", after_commit)

    return end


def _remember(session: Session, _context: Any) -> None:
    for changed in (session.new, session.dirty, session.deleted):
        for row in changed:
            identifier = _conversation_of(row)
            if identifier is not None:
                session.info.setdefault(_CHANGED, set()).add(identifier)


def _conversation_of(row: Any) -> uuid.UUID | None:
    if isinstance(row, Conversation):
        return row.id
    return row.conversation_id if isinstance(row, Message) else None
