"""Adds to the log of who looked at whose request or conversation (AVG artikel 5 lid 1 onder f, lid 2).

A line for every page, file, letter and preview of one request. The worklist and the register leave
none. The worklist shows fifty requests to whoever works there, at every click: fifty lines a click
would bury the reading that matters, for the FG and for the parent who asks who looked. But looking
somebody up by name or reference is a choice, so a search leaves a line in the log of the office, with
how many were found and without the words. The register names nobody; fetching it is a line there too.

A conversation leaves a line when it is opened, and one more for each quarter of an hour that somebody
follows it. The lists of conversations name nobody and leave none.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import ReadingLog

REQUEST, ATTACHMENT, LETTER, CONVERSATION = "verzoek", "bijlage", "brief", "gesprek"


def log_reading(
    session: Session,
    *,
    request_id: uuid.UUID,
    school_id: uuid.UUID | None,
    what: str,
    actor: str,
    actor_name: str,
    at: datetime,
) -> None:
    """`request_id` is the conversation's where `what` says so."""
    session.add(
        ReadingLog(
            at=at,
            actor=actor,
            actor_name=actor_name,
            request_id=request_id,
            school_id=school_id,
            what=what,
        )
    )


def readings_of(session: Session, request_id: uuid.UUID) -> Sequence[ReadingLog]:
    """Everybody who looked at this request, newest first."""
    return session.scalars(
        select(ReadingLog).where(ReadingLog.request_id == request_id).order_by(ReadingLog.at.desc())
    ).all()


def has_read(session: Session, identifier: uuid.UUID, *, actor: str, since: datetime) -> bool:
    """Is it in the log already that this person has this open?"""
    query = select(ReadingLog.id).where(
        ReadingLog.request_id == identifier, ReadingLog.actor == actor, ReadingLog.at >= since
    )
    return session.scalar(query.limit(1)) is not None
