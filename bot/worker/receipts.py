"""Confirms what came in, for schools that want it done by itself."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Engine, exists, select
from sqlalchemy.exc import SQLAlchemyError

from bot.db.session import session_scope
from bot.handling.moves import MOVES
from bot.handling.perform import Doing, draft, perform
from bot.letters.models import Letter
from bot.requests.deadlines import received_on
from bot.requests.models import Request
from bot.requests.workflow import RECEIVED
from bot.schools.models import School
from bot.settings import Settings

#: Whoever is quick at the office may still do it by hand, or take it back.
_PATIENCE = timedelta(seconds=30)
_AT_ONCE = 50
_log = structlog.get_logger("worker")


def confirm_receipts(engine: Engine, settings: Settings, now: datetime) -> int:
    """Sends the confirmations that are due, each in its own transaction; returns how many."""
    return sum(_confirm(engine, settings, request_id, now) for request_id in _waiting(engine, now))


def _confirm(engine: Engine, settings: Settings, request_id: uuid.UUID, now: datetime) -> bool:
    try:
        with session_scope(engine) as session:
            request = session.get_one(Request, request_id)
            doing = Doing(
                move=MOVES["bevestigen"],
                actor="systeem",
                at=now,
                day=received_on(now, settings.timezone),
                version=request.version,
                status_address=f"{settings.public_url}/status",
            )
            perform(session, request, doing, draft(session, request, doing, ""))
    except SQLAlchemyError:
        raise
    except Exception as error:
        # One that cannot be confirmed does not hold up those behind it; the office still sees it.
        _log.error("receipt_not_confirmed", request_id=str(request_id), kind=type(error).__name__)
        return False
    return True


def _waiting(engine: Engine, now: datetime) -> list[uuid.UUID]:
    with session_scope(engine, read_only=True) as session:
        confirmed = exists().where(Letter.request_id == Request.id, Letter.kind == "ontvangst")
        query = (
            select(Request.id)
            .join(School, School.id == Request.school_id)
            .where(School.confirms_receipt, Request.state == RECEIVED, ~confirmed)
            # What was filed long before this was switched on is not confirmed any more.
            .where(Request.created_at <= now - _PATIENCE)
            .where(Request.created_at >= now - timedelta(days=3))
            .order_by(Request.created_at)
            .limit(_AT_ONCE)
        )
        return list(session.scalars(query))
