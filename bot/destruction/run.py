"""The worker's duties of forgetting: requests, logs, and what has expired."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, true

from bot.audit.models import OfficeLog, ReadingLog
from bot.db.session import session_scope
from bot.destruction.due import due_requests, is_due
from bot.destruction.erase import erase
from bot.destruction.leavers import forget_leavers
from bot.outbox.models import OutboxMessage
from bot.people.models import OfficeSession, RateBucket
from bot.portal.models import StatusLink, StatusSession
from bot.requests.deadlines import received_on
from bot.settings import Settings

_AT_ONCE = 500
LOGS_KEPT = timedelta(days=730)
LIMITS_KEPT = timedelta(days=1)


def erase_due(engine: Engine, settings: Settings, now: datetime) -> int:
    """Erases what is due, each request whole or not at all; returns how many."""
    today = received_on(now, settings.timezone)
    with session_scope(engine, read_only=True) as session:
        due = [one.request.id for one in due_requests(session, today, true(), most=_AT_ONCE)]
    erased = 0
    for request_id in due:
        with session_scope(engine) as session:
            # Somebody may have reopened or held it since.
            still = is_due(session, request_id, today)
            if still is not None:
                erase(session, still, now)
                erased += 1
    return erased


def forget_old_readings(engine: Engine, settings: Settings, now: datetime) -> int:
    """Both logs name people of the office: after two years they go as well, and who left with them."""
    with session_scope(engine) as session:
        counts = [
            session.execute(delete(model).where(model.at < now - LOGS_KEPT)).rowcount  # type: ignore[attr-defined]
            for model in (ReadingLog, OfficeLog)
        ]
        counts.append(forget_leavers(session, now - LOGS_KEPT))
    return sum(counts)


def forget_spent(engine: Engine, settings: Settings, now: datetime) -> int:
    """Sessions and links that open nothing any more, limits that are full again, mails of no request."""
    with session_scope(engine) as session:
        counts = [
            session.execute(delete(model).where(model.expires_at < now)).rowcount  # type: ignore[attr-defined]
            for model in (OfficeSession, StatusSession, StatusLink)
        ]
        old = RateBucket.updated_at < now - LIMITS_KEPT
        counts.append(session.execute(delete(RateBucket).where(old)).rowcount)  # type: ignore[attr-defined]
        # As long as the conversation that they answer, also those that could not be delivered.
        kept = timedelta(days=settings.chat_days)
        loose = OutboxMessage.request_id.is_(None) & (OutboxMessage.created_at < now - kept)
        counts.append(session.execute(delete(OutboxMessage).where(loose)).rowcount)  # type: ignore[attr-defined]
    return sum(counts)
