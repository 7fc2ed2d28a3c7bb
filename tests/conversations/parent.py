"""A parent who fills in forms: one answer for every question the bot can ask."""

from __future__ import annotations

from sqlalchemy import Engine, select

from bot.db.session import session_scope
from bot.requests.models import Request
from tests.conversations.processes import Reply, Talk
from tests.support.parent_answers import PARENT

ANSWERS = PARENT


def fill_until(talk: Talk, opening: str, field: str, **changes: str) -> Reply:
    """Open a form and answer its questions until it asks for `field`."""
    answers = {**ANSWERS, **changes}
    reply = talk.say(opening)
    for _ in range(25):
        if reply.field == field or reply.field not in answers:
            return reply
        reply = talk.say(answers[reply.field])
    raise AssertionError(f"the form never asked for {field}")


def filed_by(queue: Engine, talk: Talk) -> list[Request]:
    """All requests that came from this conversation."""
    with session_scope(queue, read_only=True) as session:
        wanted = select(Request).where(Request.conversation_id == talk.sender)
        return list(session.scalars(wanted))
