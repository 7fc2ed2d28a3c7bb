"""A made-up request, for who may see letters but no child's data."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from bot.requests.deadline_text import steps_to_json
from bot.requests.deadlines import answer_by
from bot.requests.models import Request
from bot.requests.terms import ONE_MONTH
from bot.requests.workflow import RECEIVED
from bot.schools.models import School


def example_request(school: School, now: datetime, today: date) -> Request:
    """Received today and never stored."""
    deadline = answer_by(today, ONE_MONTH)
    return Request(
        id=uuid.uuid4(),
        reference="DW-K7MH3-9XQ47",
        kind="inzage",
        state=RECEIVED,
        received_at=now,
        received_on=today,
        due_on=deadline.last_day,
        due_steps=steps_to_json(deadline),
        pauses=[],
        relation="ouder_met_gezag",
        standing="allowed",
        child_name="Sanne Voorbeeld",
        school=school.name,
        school_id=school.id,
        requester_name="Mo Voorbeeld",
        requester_email="mo@voorbeeld.nl",
        details={"subject": "het hele dossier"},
        checklist=[],
    )
