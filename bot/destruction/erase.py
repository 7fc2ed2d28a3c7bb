"""Erases one request: everything, or everything that says who it was."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import delete, inspect, select, update
from sqlalchemy.orm import Session

from bot.destruction.due import Due
from bot.destruction.terms import DELETE
from bot.letters.models import Letter
from bot.outbox.models import OutboxMessage
from bot.portal.models import StatusLink, StatusSession
from bot.requests.closing import closed_on
from bot.requests.deadlines import received_on
from bot.requests.events import EVENT_FACTS
from bot.requests.models import (
    Attachment,
    Destruction,
    Request,
    RequestEvent,
    RequestNote,
    SearchWord,
)
from bot.settings import load_settings

# What hangs on a request and goes with it in both ways.
_PERSONAL = (StatusSession, StatusLink, Letter, Attachment, RequestNote, SearchWord)
#: Columns that stay: they count requests and judge deadlines (AVG artikel 5 lid 2).
KEPT = frozenset(
    {
        *("id", "kind", "state", "outcome", "received_at", "received_on", "due_on", "due_steps"),
        *("complaint_term_weeks", "pauses", "extended_on", "late_on", "closed_at", "school_id"),
        *("anonymised_on", "version", "created_at", "updated_at"),
    }
)
#: Columns that are emptied, and with what.
BLANKED: dict[str, Any] = {
    "relation": "",
    "standing": "",
    "child_name": "",
    "child_birth_date": None,
    "school": "",
    "group": None,
    "requester_name": "",
    "requester_email": "",
    "requester_phone": None,
    "details": {},
    "conversation_id": None,
    "assignee_id": None,
    "legal_hold": None,
    "checklist": [],
}
#: Columns that must stay unique, and get a value that leads nowhere.
REPLACED = ("reference", "filing_key")


def erase(session: Session, due: Due, at: datetime) -> Destruction:
    """Erases the request and writes the proof, which holds no personal data."""
    request = due.request
    proof = _proof(due, at)
    for model in _PERSONAL:
        session.execute(delete(model).where(model.request_id == request.id))
    session.execute(delete(OutboxMessage).where(OutboxMessage.request_id == request.id))
    if due.term.action == DELETE:
        _delete(session, request)
    else:
        _anonymise(session, request, at)
    session.add(proof)
    session.flush()
    return proof


def _proof(due: Due, at: datetime) -> Destruction:
    closed = closed_on(due.request)
    assert closed is not None
    return Destruction(
        request_id=due.request.id,
        school_id=due.request.school_id,
        kind=due.request.kind,
        outcome=due.request.outcome,
        received_on=due.request.received_on,
        closed_on=closed,
        months=due.term.months,
        action=due.term.action,
        at=at,
    )


def _delete(session: Session, request: Request) -> None:
    # Statements on the tables: events are protected against the ORM, and retention is the exception.
    events = RequestEvent.metadata.tables[RequestEvent.__tablename__]
    session.execute(events.delete().where(events.c.request_id == request.id))
    session.delete(request)


def _anonymise(session: Session, request: Request, at: datetime) -> None:
    values = BLANKED | {name: f"X-{secrets.token_hex(6)}" for name in REPLACED}
    columns = {item.key for item in inspect(Request).column_attrs}
    assert columns == KEPT | values.keys(), "a new column: decide whether it is personal"
    values["anonymised_on"] = received_on(at, load_settings().timezone)
    session.execute(update(Request).where(Request.id == request.id).values(values))
    session.expire(request)
    events = RequestEvent.metadata.tables[RequestEvent.__tablename__]
    rows = session.execute(select(events).where(events.c.request_id == request.id)).all()
    for row in rows:
        facts = {key: value for key, value in row.data.items() if key in EVENT_FACTS}
        session.execute(
            events.update()
            .where(events.c.request_id == request.id, events.c.sequence == row.sequence)
            .values(data=facts)
        )
