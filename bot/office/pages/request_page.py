"""One request: everything about it, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from starlette.responses import Response

from bot.audit.reading_log import REQUEST, readings_of
from bot.handling.moves import possible_moves
from bot.handling.perform import situation
from bot.office.reading import has_read
from bot.office.request_view import view_of
from bot.parsing.numbers import whole_number
from bot.people.roles import READ_LOGS, WORK_REQUESTS
from bot.portal.links import close_all
from bot.requests.checklists import checklist_for
from bot.requests.editing import (
    EDITABLE,
    EditRefused,
    add_note,
    change_fields,
    check_version,
    set_legal_hold,
    tick,
)
from bot.requests.models import Request
from bot.schools.models import School
from bot.web.visit import Visit, see_other


def show(visit: Visit, *, error: str = "") -> Response:
    request: Request = visit.subject
    viewer = visit.viewer
    has_read(visit, request, REQUEST)
    may_work = viewer.may(WORK_REQUESTS, request.school_id)
    now = situation(visit.session, request, visit.today)
    sees_log = viewer.may(READ_LOGS, request.school_id)
    return visit.render(
        "request.html",
        status=422 if error else 200,
        error=error,
        request=request,
        view=view_of(visit.session, request, visit.today),
        moves=possible_moves(now) if may_work else [],
        checklist=checklist_for(request),
        may_work=may_work and request.anonymised_on is None,
        schools=_other_schools(visit, request) if may_work else [],
        readings=readings_of(visit.session, request.id)[:50] if sees_log else None,
    )


def change(visit: Visit) -> Response:
    typed = {key: visit.text(key, longest=500) for key in EDITABLE if key in visit.form}

    def correct(request: Request, who: dict[str, Any]) -> None:
        check_version(request, seen_version(visit))
        changed = change_fields(
            visit.session, request, typed, why=visit.text("waarom"), today=visit.today, **who
        )
        if "requester_email" in changed:
            close_all(visit.session, request.id)

    return _edit(visit, correct, anchor="gegevens")


def note(visit: Visit) -> Response:
    return _edit(
        visit,
        lambda request, who: add_note(
            visit.session, request, visit.text("tekst"), actor_name=visit.viewer.name, **who
        ),
        anchor="notities",
    )


def check(visit: Visit) -> Response:
    """The whole list is sent: what is not ticked is not done."""
    ticked = set(visit.texts("punt"))

    def tick_all(request: Request, who: dict[str, Any]) -> None:
        check_version(request, seen_version(visit))
        for item in checklist_for(request):
            tick(visit.session, request, item.key, done=item.key in ticked, **who)

    return _edit(visit, tick_all, anchor="controle")


def hold(visit: Visit) -> Response:
    def keep(request: Request, who: dict[str, Any]) -> None:
        check_version(request, seen_version(visit))
        set_legal_hold(visit.session, request, visit.text("reden", longest=500), **who)

    return _edit(visit, keep, anchor="bewaren")


def seen_version(visit: Visit) -> int:
    """The version of the request on the page that was sent in; 0 when it does not say."""
    return whole_number(visit.text("versie")) or 0


def _edit(visit: Visit, edit: Callable[[Request, dict[str, Any]], Any], *, anchor: str) -> Response:
    request: Request = visit.subject
    visit.session.refresh(request, with_for_update=True)
    try:
        edit(request, {"actor": visit.viewer.actor, "at": visit.now})
    except EditRefused as error:
        return show(visit, error=str(error))
    return see_other(f"/kantoor/verzoek/{request.reference}#{anchor}")


def _other_schools(visit: Visit, request: Request) -> list[School]:
    scope = visit.viewer.scope(WORK_REQUESTS)
    query = select(School).where(scope.filter(School.id)).order_by(School.name)
    return [school for school in visit.session.scalars(query) if school.id != request.school_id]
