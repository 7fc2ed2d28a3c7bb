"""A question for a person is stored once, with its conversation."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.conversations import escalations
from bot.conversations.escalations import Escalated, Line, escalate
from bot.conversations.handoff import REASONS
from bot.conversations.log import messages_after
from bot.conversations.models import Conversation, Escalation
from bot.conversations.opening import open_for_visitor
from bot.conversations.states import WAITING
from bot.db.engine import make_engine
from bot.db.session import session_scope

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
ARGUMENTS: dict[str, Any] = {
    "filing_key": "gesprek-1:vraag-1",
    "sender": "gesprek-1",
    "reason": "gevraagd",
    "question": "Mag de school dit?",
    "transcript": [Line("bezoeker", "Mag de school dit?", NOW)],
    "contact_email": "Mo@Voorbeeld.nl",
    "now": NOW,
}


def _escalate(session: Session, **changed: Any) -> Escalated:
    return escalate(session, **(ARGUMENTS | changed))


def test_a_question_is_stored_with_its_conversation(engine: Engine) -> None:
    with session_scope(engine) as session:
        assert _escalate(session).created
    with session_scope(engine) as session:
        assert session.scalars(select(Escalation)).one().question == "Mag de school dit?"
        conversation = session.scalars(select(Conversation)).one()
        assert conversation.state == WAITING
        assert conversation.contact_email == "mo@voorbeeld.nl"
        messages = messages_after(session, conversation.id, 0)
        assert [(m.author, m.text, m.at) for m in messages] == [
            ("bezoeker", "Mag de school dit?", NOW)
        ]


def test_calling_twice_keeps_each_message_once(session: Session) -> None:
    _escalate(session)
    lines = [*ARGUMENTS["transcript"], Line("bot", "Een medewerker leest dit.", LATER)]
    _escalate(session, filing_key="gesprek-1:vraag-2", transcript=lines, now=LATER)
    conversation = session.scalars(select(Conversation)).one()
    texts = [message.text for message in messages_after(session, conversation.id, 0)]
    assert texts == ["Mag de school dit?", "Een medewerker leest dit."]
    assert conversation.waiting_since == NOW


def test_what_our_page_keeps_already_is_not_kept_twice(session: Session) -> None:
    conversation, _ = open_for_visitor(session, None, NOW)
    _escalate(session, sender=conversation.sender)
    assert messages_after(session, conversation.id, 0) == []


def test_danger_is_not_forgotten_by_a_later_call(session: Session) -> None:
    _escalate(session, reason="nood")
    _escalate(session, filing_key="gesprek-1:vraag-2", reason="gevraagd")
    assert session.scalars(select(Conversation)).one().reason == "nood"


def test_a_question_without_an_address_is_stored_too(session: Session) -> None:
    _escalate(session, contact_email=None)
    assert session.scalars(select(Conversation)).one().contact_email is None


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_can_be_stored(session: Session, reason: str) -> None:
    assert _escalate(session, reason=reason).escalation.reason == reason


def test_an_unknown_reason_is_refused(session: Session) -> None:
    with pytest.raises(ValueError, match="reason"):
        _escalate(session, reason="zomaar")


def test_the_same_key_is_stored_once(engine: Engine) -> None:
    with session_scope(engine) as session:
        first = _escalate(session)
    with session_scope(engine) as session:
        second = _escalate(session, question="Iets anders")
        assert len(session.scalars(select(Escalation)).all()) == 1
    assert (first.created, second.created) == (True, False)
    assert second.escalation.question == "Mag de school dit?"


def test_two_processes_at_once_store_once(database_url: str) -> None:
    ready, created = threading.Barrier(2), []

    def one_process() -> None:
        own = make_engine(database_url)
        ready.wait()
        with session_scope(own) as session:
            created.append(_escalate(session).created)
        own.dispose()

    threads = [threading.Thread(target=one_process) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(created) == [False, True]


def test_a_key_stored_between_the_look_and_the_insert_is_found(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_scope(engine) as session:
        first = _escalate(session)
    look, looks = escalations._stored_before, []

    def misses_once(*args: Any) -> Escalation | None:
        looks.append(args)
        return None if len(looks) == 1 else look(*args)

    monkeypatch.setattr(escalations, "_stored_before", misses_once)
    with session_scope(engine) as session:
        second = _escalate(session)
    assert (second.created, second.escalation.id) == (False, first.escalation.id)
