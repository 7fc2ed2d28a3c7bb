"""A question for a person is stored once, with its conversation."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.conversations import escalations
from bot.conversations.escalations import REASONS, Escalated, Line, escalate
from bot.conversations.models import Escalation
from bot.db.engine import make_engine
from bot.db.session import session_scope

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ARGUMENTS: dict[str, Any] = {
    "filing_key": "gesprek-1:vraag-1",
    "conversation_id": "gesprek-1",
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
        stored = session.scalars(select(Escalation)).one()
        assert stored.state == "open"
        assert stored.contact_email == "mo@voorbeeld.nl"
        assert stored.transcript == [
            {"who": "bezoeker", "text": "Mag de school dit?", "at": "2026-11-23T10:00:00+00:00"}
        ]


def test_a_question_without_an_address_is_stored_too(session: Session) -> None:
    assert _escalate(session, contact_email=None).escalation.contact_email is None


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
