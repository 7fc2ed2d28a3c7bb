"""Adds to the log of the office itself: signing in, schools, people, templates, settings."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.audit.models import OfficeLog


def log_office(
    session: Session,
    *,
    actor: str,
    kind: str,
    at: datetime,
    school_id: uuid.UUID | None = None,
    data: dict[str, Any] | None = None,
) -> None:
    """`data` names what changed, without its values."""
    session.add(OfficeLog(at=at, actor=actor, school_id=school_id, kind=kind, data=data or {}))


def log_at_schools(
    session: Session,
    school_ids: Collection[uuid.UUID | None],
    *,
    actor: str,
    kind: str,
    at: datetime,
    data: dict[str, Any] | None = None,
) -> None:
    """A line for each school, so that its own FG sees it; None is the whole board."""
    for school_id in set(school_ids) or {None}:
        log_office(session, actor=actor, kind=kind, at=at, school_id=school_id, data=data)
