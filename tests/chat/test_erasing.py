"""Erasing leaves nothing of what was typed, here or in the engine, and says what stays."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import clock
from bot.chat.turns import left_behind
from bot.conversations.escalations import escalate
from bot.conversations.models import (
    Conversation,
    ConversationEvent,
    ConversationNote,
    Escalation,
    Message,
    MissedQuestion,
    TrackerErasure,
)
from bot.db.session import session_scope
from bot.destruction.conversation import erase_whole
from bot.people.accounts import create_account
from bot.requests.models import Request
from bot.settings import load_settings
from bot.worker.forgetting import erase_old_chats, erase_trackers, forget_old_trackers
from tests.support.chat import Site, Visitor
from tests.support.loopback import wait_until
from tests.support.requests import file

RARE = "Zeldzaamwoord"
TABLES = (
    *(Conversation, Message, ConversationEvent, ConversationNote, Escalation, MissedQuestion),
    TrackerErasure,
)


def delete(visitor: Visitor):
    return visitor.http.request("DELETE", "/conversation", headers=visitor.headers)


def everywhere(site: Site, visitor: Visitor) -> str:
    """Puts something of this visitor in every table; gives the conversation's name."""
    visitor.begin(RARE)
    visitor.answered(1)
    with session_scope(site.database) as session:
        conversation = session.scalars(select(Conversation)).one()
        now = clock.now()
        escalate(
            session,
            filing_key="k",
            sender=conversation.sender,
            reason="gevraagd",
            question=RARE,
            transcript=[],
            contact_email=f"{RARE}@voorbeeld.nl",
            now=now,
        )
        account = create_account(session, email="j@s.nl", name="J", password=None, now=now)
        note = ConversationNote(
            conversation_id=conversation.id, at=now, account_id=account.id, text=RARE
        )
        missed = MissedQuestion(
            conversation_id=conversation.id,
            at=now,
            text=RARE,
            guesses=[],
            why="niet_begrepen",
            state="open",
        )
        session.add_all([note, missed])
        return conversation.sender


def left_in(site: Site) -> dict[str, int]:
    counts = {model.__tablename__: len(site.rows(model)) for model in TABLES}
    return {name: count for name, count in counts.items() if count}


def test_erasing_leaves_no_row_and_the_engine_forgets(site: Site, visitor: Visitor) -> None:
    sender = everywhere(site, visitor)
    assert set(left_in(site)) == {model.__tablename__ for model in TABLES} - {"tracker_erasure"}
    assert delete(visitor).json() == {"erased": True, "kept": []}
    wait_until(lambda: not left_in(site))
    assert site.engine.erased == [sender]
    assert visitor.get().status_code == 401
    assert delete(visitor).status_code == 401


def test_a_dump_of_the_database_shows_nothing(site: Site, visitor: Visitor) -> None:
    sender = everywhere(site, visitor)
    with session_scope(site.database) as session:
        file(session, conversation_id=sender, filing_key=f"{sender}:een")
    delete(visitor)
    wait_until(lambda: "tracker_erasure" not in left_in(site))
    with sqlite3.connect(Path(str(site.database.url.database))) as connection:
        lines = list(connection.iterdump())
    assert not [line for line in lines if RARE in line]
    # Its name stands only where it keeps a form from being filed twice.
    assert len([line for line in lines if sender in line]) == 1


def test_a_filed_request_stays_is_named_and_points_nowhere(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    sender = site.conversation().sender
    with session_scope(site.database) as session:
        reference = file(session, conversation_id=sender).request.reference
    (kept,) = delete(visitor).json()["kept"]
    assert kept["reference"] == reference
    assert "verzoek om inzage" in kept["why"] and "moet u daarop antwoorden" in kept["why"]
    (request,) = site.rows(Request)
    assert request.conversation_id is None


def test_an_engine_that_is_away_forgets_later(
    site: Site, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = everywhere(site, visitor)
    site.engine.server.stop()
    assert delete(visitor).status_code == 200
    assert left_in(site) == {"tracker_erasure": 1}
    assert erase_trackers(site.database, load_settings(), clock.now()) == 0
    site.engine.server.start()
    assert erase_trackers(site.database, load_settings(), clock.now()) == 1
    assert site.engine.erased == [sender]
    assert left_in(site) == {}


def test_erased_while_the_engine_has_its_message(site: Site, visitor: Visitor) -> None:
    site.engine.behaviour = "hold"
    visitor.begin(RARE)
    wait_until(lambda: site.engine.called)
    sender = site.conversation().sender
    delete(visitor)
    wait_until(lambda: site.engine.erased)
    site.engine.let_go()
    # What the engine wrote after the first erasing goes with a second one.
    wait_until(lambda: len(site.engine.erased) == 2)
    wait_until(lambda: not left_in(site))
    assert set(site.engine.erased) == {sender}


def test_what_the_bot_itself_erases_the_engine_forgets_too(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    sender = site.conversation().sender
    site.engine.behaviour = "hold"
    visitor.say("ja, wis alles")
    wait_until(lambda: len(site.engine.called) == 2)
    # As its action does, while the engine waits for it.
    with session_scope(site.database) as session:
        erase_whole(session, sender, clock.now())
    site.engine.let_go()
    wait_until(lambda: site.engine.erased == [sender])
    wait_until(lambda: not left_in(site))


def test_a_chat_is_erased_after_its_term_and_not_before(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    settings, now = load_settings(), clock.now()
    assert erase_old_chats(site.database, settings, now + timedelta(days=29)) == 0
    assert erase_old_chats(site.database, settings, now + timedelta(days=31)) == 1
    assert left_in(site) == {"tracker_erasure": 1}
    assert erase_trackers(site.database, settings, now) == 1
    assert visitor.get().status_code == 401


def test_the_term_can_be_set(site: Site, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.begin()
    monkeypatch.setenv("CHAT_DAYS", "3")
    later = clock.now() + timedelta(days=4)
    assert erase_old_chats(site.database, load_settings(), later) == 1


def test_engines_forget_what_no_conversation_knows(site: Site) -> None:
    now = clock.now()
    forget_old_trackers(site.database, load_settings(), now)
    assert site.engine.forgotten == [(now - timedelta(days=30)).timestamp()]
    site.engine.server.stop()
    assert forget_old_trackers(site.database, load_settings(), now) == 0


def test_a_talk_in_a_terminal_leaves_nothing_to_do(site: Site) -> None:
    now = clock.now()
    with session_scope(site.database) as session:
        escalate(
            session,
            filing_key="k",
            sender="terminal-1",
            reason="gevraagd",
            question=RARE,
            transcript=[],
            contact_email=None,
            now=now,
        )
        erase_whole(session, "terminal-1", now)
        assert left_behind(session, now) == []
    assert left_in(site) == {}
