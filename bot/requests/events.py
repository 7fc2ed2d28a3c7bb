"""Adds to what happened to a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.requests.append_only import protect_events
from bot.requests.models import Request, RequestEvent

protect_events()


def record(
    session: Session,
    request: Request,
    *,
    at: datetime,
    actor: str,
    kind: str,
    data: dict[str, Any] | None = None,
) -> RequestEvent:
    """A new event after the last one. `data` holds no personal data: events are kept longest."""
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
    session.flush()
    return event
