"""How much still has to leave."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.outbox.models import OutboxMessage
from bot.outbox.states import BUSY, WAITING


def count_waiting(session: Session, school_ids: Collection[uuid.UUID] | None) -> int:
    """Messages that wait or are being sent; None counts all schools."""
    query = (
        select(func.count())
        .select_from(OutboxMessage)
        .where(OutboxMessage.state.in_((WAITING, BUSY)))
    )
    if school_ids is not None:
        query = query.where(OutboxMessage.school_id.in_(school_ids))
    return session.scalar(query) or 0
