"""What could not be delivered: shown to people, who decide."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.outbox.models import OutboxMessage
from bot.outbox.states import DROPPED, FAILED, WAITING, check_outbox_step

_MOST_SHOWN = 200


def list_failed(
    session: Session, school_ids: Collection[uuid.UUID] | None
) -> Sequence[OutboxMessage]:
    """The dead letters of these schools, oldest first; None is all of them."""
    query = select(OutboxMessage).where(OutboxMessage.state == FAILED)
    if school_ids is not None:
        query = query.where(OutboxMessage.school_id.in_(school_ids))
    return session.scalars(query.order_by(OutboxMessage.created_at).limit(_MOST_SHOWN)).all()


def resend(session: Session, message: OutboxMessage, at: datetime) -> None:
    """Lets the worker try again, from the first attempt. Raises OutboxStepRefused."""
    session.refresh(message, with_for_update=True)
    check_outbox_step(message.state, WAITING)
    message.state, message.attempts, message.not_before = WAITING, 0, at
    session.flush()


def drop(session: Session, message: OutboxMessage) -> None:
    """Never sends it; what waits behind it goes on. Raises OutboxStepRefused."""
    session.refresh(message, with_for_update=True)
    check_outbox_step(message.state, DROPPED)
    message.state = DROPPED
    if "text" in message.payload:
        message.payload = {}
    session.flush()
