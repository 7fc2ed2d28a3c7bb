"""Writes down who sees whose data on a page of the office."""

from __future__ import annotations

from bot.audit.office_log import log_at_schools
from bot.audit.reading_log import log_reading
from bot.people.viewer import Scope
from bot.requests.models import Request
from bot.web.visit import Visit


def has_read(visit: Visit, request: Request, what: str) -> None:
    """This person sees personal data of this request now."""
    log_reading(
        visit.session,
        request_id=request.id,
        school_id=request.school_id,
        what=what,
        actor=visit.viewer.actor,
        actor_name=visit.viewer.name,
        at=visit.now,
    )


def has_searched(visit: Visit, scope: Scope, found: int) -> None:
    """This person looked somebody up; for whom is not kept, because that is somebody's name."""
    with visit.writing() as session:
        log_at_schools(
            session,
            scope.places,
            actor=visit.viewer.actor,
            kind="gezocht",
            at=visit.now,
            data={"found": found},
        )
