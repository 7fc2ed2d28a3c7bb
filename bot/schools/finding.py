"""A school by the id that something of it carries."""

from __future__ import annotations

import uuid

from sqlalchemy.orm import Session

from bot.schools.models import School


def school_by_id(session: Session, school_id: uuid.UUID | None) -> School | None:
    """None for what belongs to no school."""
    return session.get(School, school_id) if school_id else None
