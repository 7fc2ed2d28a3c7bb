"""Tells a school's own systems that something happened to a request: what, never about whom."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.outbox.lanes import AMQP, WEBHOOK, enqueue
from bot.outbox.models import WebhookTarget
from bot.settings import load_settings


def announce(
    session: Session,
    *,
    request_id: uuid.UUID,
    school_id: uuid.UUID | None,
    sequence: int,
    at: datetime,
    facts: dict[str, Any],
) -> None:
    """One message for each destination of that school. `facts` hold no personal data."""
    body = {
        "event_id": f"{request_id}:{sequence}",
        "request_id": str(request_id),
        "sequence": sequence,
        "at": at.isoformat(),
        **facts,
    }
    for target in _targets(session, school_id):
        enqueue(
            session,
            channel=WEBHOOK,
            lane=f"{request_id}:webhook:{target.id}",
            payload={"target_id": str(target.id), "body": body},
            at=at,
            request_id=request_id,
            school_id=school_id,
        )
    if load_settings().amqp_url:
        enqueue(
            session,
            channel=AMQP,
            lane=f"{request_id}:amqp",
            payload={"body": body},
            at=at,
            request_id=request_id,
            school_id=school_id,
        )


def _targets(session: Session, school_id: uuid.UUID | None) -> list[WebhookTarget]:
    if school_id is None:
        return []
    return list(
        session.scalars(
            select(WebhookTarget)
            .where(WebhookTarget.school_id == school_id, WebhookTarget.active)
            .order_by(WebhookTarget.created_at)
        )
    )
