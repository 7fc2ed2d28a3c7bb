"""Whether a person can be expected at a school, before anything was asked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.conversations.promise import promise
from bot.conversations.waiting import longest_wait
from bot.schools.models import School


def person_now(
    session: Session, school: School, now: datetime, zone: ZoneInfo
) -> dict[str, object]:
    """{"available", "text"}: what the office hours and those who wait now let us promise."""
    wait = longest_wait(session, school.id, now)
    promised = promise(school, now, zone=zone, longest_wait=wait)
    return {"available": promised.available, "text": promised.text}
