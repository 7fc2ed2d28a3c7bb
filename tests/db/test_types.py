"""Moments come back in UTC, whatever zone they went in with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine
from sqlalchemy.dialects import sqlite

from bot.conversations.escalations import escalate
from bot.conversations.models import Escalation
from bot.db.session import session_scope
from bot.db.types import UtcDateTime


def test_a_moment_in_another_zone_comes_back_in_utc(engine: Engine) -> None:
    amsterdam = timezone(timedelta(hours=1))
    with session_scope(engine) as session:
        escalate(
            session,
            filing_key="a",
            sender="b",
            reason="nood",
            question="?",
            transcript=[],
            contact_email=None,
            now=datetime(2027, 1, 1, 0, 30, tzinfo=amsterdam),
        )
    with session_scope(engine) as session:
        stored = session.query(Escalation).one().created_at
    assert stored == datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert stored.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2027, 1, 1), sqlite.dialect())
