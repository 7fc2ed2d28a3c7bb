"""Questions that were passed on before there were conversations become one each, unreadable on disk."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.conversations.log import messages_after
from bot.conversations.models import Conversation, Escalation
from bot.db.engine import make_engine
from bot.db.schema import downgrade, upgrade
from bot.db.session import session_scope

FIRST, SECOND = "2026-11-23 10:00:00.000000", "2026-11-23 11:00:00.000000"
LINES = [
    {"who": "bezoeker", "text": "Mag de school Sanne filmen?", "at": "2026-11-23T10:00:00+00:00"},
    {"who": "bot", "text": "Een medewerker leest dit.", "at": "2026-11-23T10:00:01+00:00"},
]
ROWS = [
    {"key": "a", "transcript": json.dumps(LINES[:1]), "email": None, "at": FIRST},
    {"key": "b", "transcript": json.dumps(LINES), "email": "mo@voorbeeld.nl", "at": SECOND},
]
INSERT = """
INSERT INTO escalation VALUES
(:id, :key, 'gesprek-1', 'gevraagd', 'Mag de school Sanne filmen?', :transcript, :email, 'open', :at)
"""


@pytest.fixture
def old_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/old.db"
    upgrade(url, "0004")
    engine = make_engine(url)
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(INSERT), row | {"id": uuid.uuid4().hex})
    engine.dispose()
    return url


def test_two_calls_from_one_conversation_become_one_conversation(old_url: str) -> None:
    upgrade(old_url, "0005")
    engine = make_engine(old_url)
    with session_scope(engine) as session:
        conversation = session.scalars(select(Conversation)).one()
        assert (conversation.sender, conversation.state) == ("gesprek-1", "wacht_op_medewerker")
        assert conversation.contact_email == "mo@voorbeeld.nl"
        assert conversation.waiting_since == datetime(2026, 11, 23, 10, tzinfo=UTC)
        texts = [message.text for message in messages_after(session, conversation.id, 0)]
        assert texts == [line["text"] for line in LINES]
        keys = session.scalars(select(Escalation.filing_key).order_by(Escalation.filing_key))
        assert list(keys) == ["a", "b"]
    engine.dispose()


def test_nothing_that_was_said_can_be_read_in_the_file(old_url: str) -> None:
    upgrade(old_url, "0005")
    engine = make_engine(old_url)
    with engine.begin() as connection:
        stored = connection.execute(text("SELECT text FROM message")).scalars().all()
        stored += connection.execute(text("SELECT question FROM escalation")).scalars().all()
        stored += connection.execute(text("SELECT contact_email FROM conversation")).scalars().all()
    engine.dispose()
    assert len(stored) == 5
    assert not [value for value in stored if "Sanne" in value or "mo@" in value]


def test_the_way_back_gives_every_call_its_conversation_again(old_url: str) -> None:
    upgrade(old_url, "0005")
    downgrade(old_url, "0004")
    engine = make_engine(old_url)
    with engine.begin() as connection:
        query = "SELECT filing_key, conversation_id, question, contact_email FROM escalation"
        rows = connection.execute(text(query)).all()
    engine.dispose()
    expected = "gesprek-1", "Mag de school Sanne filmen?", "mo@voorbeeld.nl"
    assert sorted(rows) == [("a", *expected), ("b", *expected)]
