"""Giving requests to a colleague or to a school."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from sqlalchemy import select
from starlette.responses import Response

from bot.people.colleagues import who_can_work
from bot.people.roles import READ_REQUESTS, WORK_REQUESTS
from bot.requests.editing import assign, move_to_school
from bot.requests.models import Request
from bot.requests.worklist import read_filters
from bot.schools.models import School
from bot.web.visit import NotFound, Visit, see_other


def one(visit: Visit) -> Response:
    request: Request = visit.subject
    assign(
        visit.session,
        request,
        _assignee(visit, request, visit.text("behandelaar")),
        actor=visit.viewer.actor,
        at=visit.now,
    )
    return see_other(f"/kantoor/verzoek/{request.reference}")


def bulk(visit: Visit) -> Response:
    """Gives all ticked requests to one colleague; those that this person may not work stay."""
    chosen = [visit.identifier(value) for value in visit.texts("verzoek")][:200]
    scope = visit.viewer.scope(WORK_REQUESTS)
    query = (
        select(Request)
        .where(Request.id.in_(chosen), scope.filter(Request.school_id))
        .where(Request.anonymised_on.is_(None))
        .order_by(Request.id)
        .with_for_update()
    )
    requests = list(visit.session.scalars(query))
    given = 0
    for request in requests:
        try:
            assignee = _assignee(visit, request, visit.text("behandelaar"))
        except NotFound:
            continue
        assign(visit.session, request, assignee, actor=visit.viewer.actor, at=visit.now)
        given += 1
    filters = read_filters({key: visit.query(key) for key in visit.http.query_params})
    done = urlencode({"toegewezen": given, "niet": len(chosen) - given})
    return see_other(f"/kantoor/verzoeken?{filters.query}&{done}")


def school(visit: Visit) -> Response:
    """Puts the request with another school that this person works for."""
    request: Request = visit.subject
    target = visit.session.get(School, visit.identifier(visit.text("school")))
    if target is None or not visit.viewer.may(WORK_REQUESTS, target.id):
        raise NotFound
    move_to_school(visit.session, request, target, actor=visit.viewer.actor, at=visit.now)
    if not visit.viewer.may(READ_REQUESTS, target.id):
        return see_other("/kantoor/verzoeken")
    return see_other(f"/kantoor/verzoek/{request.reference}")


def _assignee(visit: Visit, request: Request, typed: str) -> uuid.UUID | None:
    if typed == "niemand":
        return None
    wanted = visit.identifier(typed)
    if wanted not in {person.id for person in who_can_work(visit.session, request.school_id)}:
        raise NotFound
    return wanted
