"""Adds to what happened to a request, and tells whoever wants to be told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.outbox.announcements import announce
from bot.requests.append_only import protect_events
from bot.requests.models import EventPlace, Request, RequestEvent

protect_events()

#: Keys of an event's `data` that say what happened; anything else may be somebody's words.
EVENT_FACTS = ("from", "to", "outcome", "due_on", "letter", "item", "done", "from_requester")


def record(
    session: Session,
    request: Request,
    *,
    at: datetime,
    actor: str,
    kind: str,
    data: dict[str, Any] | None = None,
) -> RequestEvent:
    """A new event after the last one. `data` names what changed, never a person's data itself."""
    last = session.scalar(
        select(func.max(RequestEvent.sequence)).where(RequestEvent.request_id == request.id)
    )
    event = RequestEvent(
        request_id=request.id,
        sequence=(last or 0) + 1,
        at=at,
        actor=actor,
        kind=kind,
        data=data or {},
    )
    session.add(event)
    request.updated_at = at
    request.version = (request.version or 0) + 1
    session.flush()
    session.add(EventPlace(request_id=request.id, sequence=event.sequence))
    session.flush()
    announce(
        session,
        request_id=request.id,
        school_id=request.school_id,
        sequence=event.sequence,
        at=at,
        facts=_facts(request, kind),
    )
    return event


def _facts(request: Request, kind: str) -> dict[str, Any]:
    return {
        "event": kind,
        "reference": request.reference,
        "kind": request.kind,
        "state": request.state,
        "outcome": request.outcome,
        "due_on": request.due_on.isoformat(),
    }
