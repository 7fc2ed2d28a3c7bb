"""Puts a message in its lane: what goes to one place about one request goes in order."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.outbox.models import OutboxMessage
from bot.outbox.states import WAITING

MAIL, WEBHOOK, AMQP = "mail", "webhook", "amqp"


def enqueue(
    session: Session,
    *,
    channel: str,
    lane: str,
    payload: dict[str, Any],
    at: datetime,
    request_id: uuid.UUID | None = None,
    school_id: uuid.UUID | None = None,
) -> OutboxMessage:
    """Adds a message behind the last one of its lane, in the caller's transaction."""
    last = session.scalar(
        select(func.max(OutboxMessage.position)).where(OutboxMessage.lane == lane)
    )
    message = OutboxMessage(
        channel=channel,
        lane=lane,
        position=(last or 0) + 1,
        request_id=request_id,
        school_id=school_id,
        payload=payload,
        state=WAITING,
        not_before=at,
        created_at=at,
    )
    session.add(message)
    session.flush()
    return message
