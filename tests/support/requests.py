"""Answers that every kind of request accepts, and a way to file them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bot.db.session import session_scope
from bot.requests.fields import fields_for
from bot.requests.filing import Filed, file_request
from bot.requests.models import Request, RequestEvent
from bot.settings import Settings

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SETTINGS = Settings(database_url="sqlite://")
_ANSWERS = {
    "relation": "ouder_met_gezag",
    "child_name": "Sanne de Vries",
    "child_birth_date": "2016-03-12",
    "school": "De Regenboog",
    "group": "groep 6",
    "requester_name": "Mo el Amrani",
    "requester_email": "mo@voorbeeld.nl",
    "requester_phone": "+31612345678",
    "subject": "Het hele dossier",
    "period": "vanaf 2024",
    "copy": "ja",
    "correction": "De achternaam is De Vries",
    "statement": "Ik zie dat anders dan de juf",
    "reason": "Het is niet meer nodig",
    "situation": "Wij verblijven op een geheim adres",
    "consent": "Foto's op de website",
    "footage_moment": "20 november 2026 rond 14.30",
    "footage_place": "Fietsenstalling",
    "appearance": "Rode jas",
    "details": "Mijn gegevens zijn rondgemaild",
    "wish": "Een gesprek",
}


def answers_for(kind: str, **changed: Any) -> dict[str, Any]:
    """A full set of answers for this kind; a changed answer of None is left out."""
    relation = changed.get("relation", _ANSWERS["relation"])
    answers = {field.key: _ANSWERS[field.key] for field in fields_for(kind, relation)}
    return {key: value for key, value in (answers | changed).items() if value is not None}


def file(session: Session, *, kind: str = "inzage", **changed: Any) -> Filed:
    """Files a request of this kind, with other arguments where they are given."""
    arguments = {
        "filing_key": "gesprek-1:formulier-1",
        "kind": kind,
        "answers": answers_for(kind),
        "standing": "allowed",
        "conversation_id": "gesprek-1",
        "now": NOW,
        "settings": SETTINGS,
    }
    return file_request(session, **(arguments | changed))


def counts(engine: Engine) -> tuple[int, int]:
    """How many requests and how many events there are."""
    with session_scope(engine, read_only=True) as session:
        requests = session.scalar(select(func.count()).select_from(Request))
        events = session.scalar(select(func.count()).select_from(RequestEvent))
    return requests or 0, events or 0
