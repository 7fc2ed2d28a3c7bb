"""On which school's page a conversation began."""

from __future__ import annotations

import structlog
from rasa_sdk import Tracker
from sqlalchemy.exc import SQLAlchemyError

from actions.storage import in_transaction
from bot.conversations.opening import school_of

log = structlog.get_logger()


async def page_school(tracker: Tracker) -> str | None:
    """Its name; None for a conversation that came another way, and while the database is away."""
    try:
        school = await in_transaction(lambda session: school_of(session, tracker.sender_id))
    except (SQLAlchemyError, OSError) as error:
        log.warning("school not looked up", error=type(error).__name__)
        return None
    return school.name if school else None
