"""Records that a last day has passed, once."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Engine, select

from bot.db.session import session_scope
from bot.requests.clock_change import mark_late
from bot.requests.deadlines import received_on
from bot.requests.models import Request
from bot.requests.worklist import OPEN_STATES
from bot.settings import Settings


def record_lateness(engine: Engine, settings: Settings, now: datetime) -> int:
    """How many became late since the last time; each in its own transaction."""
    today = received_on(now, settings.timezone)
    with session_scope(engine, read_only=True) as session:
        query = select(Request.id).where(
            Request.state.in_(OPEN_STATES), Request.due_on < today, Request.late_on.is_(None)
        )
        overdue = list(session.scalars(query))
    return sum(_mark(engine, request_id, now, settings) for request_id in overdue)


def _mark(engine: Engine, request_id: uuid.UUID, now: datetime, settings: Settings) -> bool:
    with session_scope(engine) as session:
        request = session.get(Request, request_id, with_for_update=True)
        if request is None:
            return False
        return mark_late(session, request, day=received_on(now, settings.timezone), at=now)
