"""A parent who fills in forms: one answer for every question the bot can ask."""

from __future__ import annotations

from sqlalchemy import Engine, select

from bot.db.session import session_scope
from bot.requests.models import Request
from tests.conversations.processes import Reply, Talk

ANSWERS = {
    "relation": "Ik ben de moeder en heb gezag",
    "child_name": "Sanne de Vries",
    "child_birth_date": "12 maart 2016",
    "school": "De Regenboog",
    "group": "groep 6",
    "subject": "de verslagen van de gesprekken",
    "period": "overslaan",
    "copy": "ja",
    "correction": "Er moet staan dat zij graag leest.",
    "statement": "Ik zie dit anders dan de school.",
    "reason": "overslaan",
    "situation": "Wij wonen op een geheim adres.",
    "consent": "foto's op de website",
    "footage_moment": "12 november 2026 om 10 uur",
    "footage_place": "bij de fietsenstalling",
    "appearance": "een rode jas",
    "details": "De school stuurde haar cijfers naar alle ouders.",
    "wish": "excuses",
    "requester_name": "Mark de Vries",
    "requester_email": "mark@voorbeeld.nl",
    "requester_phone": "overslaan",
}


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
