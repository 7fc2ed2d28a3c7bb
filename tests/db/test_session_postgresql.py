"""Reading on PostgreSQL: one moment for the whole of it, as on SQLite."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import InternalError

from bot.conversations.models import Conversation
from bot.db.session import session_scope


def add(engine: Engine, sender: str) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    with session_scope(engine) as session:
        session.add(Conversation(sender=sender, state="bot", created_at=now, last_message_at=now))


def test_what_is_committed_while_somebody_reads_is_not_half_seen(postgresql: Engine) -> None:
    add(postgresql, "een")
    with session_scope(postgresql, read_only=True) as session:
        before = session.query(Conversation).count()
        add(postgresql, "twee")
        assert session.query(Conversation).count() == before
    with session_scope(postgresql, read_only=True) as session:
        assert session.query(Conversation).count() == before + 1


def test_who_reads_cannot_write_and_leaves_the_connection_as_it_was(postgresql: Engine) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    with pytest.raises(InternalError), session_scope(postgresql, read_only=True) as session:
        session.add(Conversation(sender="x", state="bot", created_at=now, last_message_at=now))
    add(postgresql, "drie")
