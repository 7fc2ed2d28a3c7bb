"""Adds to the log of who looked at whose request (AVG artikel 5 lid 1 onder f en lid 2).

A line for every page, file, letter and preview of one request. The worklist and the register leave
none. The worklist shows fifty requests to whoever works there, at every click: fifty lines a click
would bury the reading that matters, for the FG and for the parent who asks who looked. But looking
somebody up by name or reference is a choice, so a search leaves a line in the log of the office, with
how many were found and without the words. The register names nobody; fetching it is a line there too.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import ReadingLog

REQUEST, ATTACHMENT, LETTER = "verzoek", "bijlage", "brief"


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
