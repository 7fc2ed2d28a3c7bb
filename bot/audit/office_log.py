"""Adds to the log of the office itself: signing in, schools, people, templates, settings."""

from __future__ import annotations

import uuid
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
