"""The school of a fresh installation, from its settings."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.schools.editing import create_school
from bot.schools.models import School
from bot.settings import Settings


def ensure_school(session: Session, settings: Settings, now: datetime) -> School | None:
    """Makes one from SCHOOL_NAME and its like when there is none yet; else None."""
    if session.scalar(select(School.id).limit(1)) is not None:
        return None
    school = create_school(session, settings.school_name.removeprefix("de "), now)
    school.phone, school.email = settings.school_phone or "", settings.school_email or ""
    school.complaint_term_weeks = settings.complaint_term_weeks
    return school
