"""The worklist: what is due first comes first."""

from __future__ import annotations

import uuid

from sqlalchemy import select
from starlette.responses import Response

from bot.office.reading import has_searched
from bot.parsing.numbers import whole_number
from bot.people.colleagues import names_of, who_can_work
from bot.people.models import Account
from bot.people.roles import READ_REQUESTS, WORK_REQUESTS
from bot.requests.editing import EditRefused
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.pauses import pauses_from_json, running
from bot.requests.saved_views import drop_view as drop
from bot.requests.saved_views import save_view as save
from bot.requests.saved_views import views_of
from bot.requests.workflow import STATES
from bot.requests.worklist import Filters, find_requests, read_filters
from bot.schools.models import School
from bot.web.visit import Visit, see_other


def show(visit: Visit, *, error: str = "") -> Response:
    filters = filters_of(visit)
    scope = visit.viewer.scope(READ_REQUESTS)
    page = whole_number(visit.query("pagina")) or 1
    found = find_requests(
        visit.session, scope.filter(Request.school_id), filters, today=visit.today, page=page
    )
    if filters.search:
        has_searched(visit, scope, found.total)
    schools = _schools(visit)
    return visit.render(
        "worklist.html",
        status=422 if error else 200,
        found=found,
        filters=filters,
        schools=schools,
        school_names={school.id: school.name for school in schools},
        names=names_of(visit.session, [str(r.assignee_id) for r in found.requests]),
        colleagues=_colleagues(visit, schools),
        views=views_of(visit.session, visit.viewer.account_id),
        kinds=list(KINDS),
        states=STATES,
        may_work=visit.viewer.has(WORK_REQUESTS),
        stands_still=_stands_still,
        message=_assigned_nl(visit),
        error=error,
    )


def save_view(visit: Visit) -> Response:
    filters = filters_of(visit)
    try:
        save(visit.session, visit.viewer.account_id, visit.text("naam"), filters)
    except EditRefused as error:
        return show(visit, error=str(error))
    return see_other(f"/kantoor/verzoeken?{filters.query}")


def drop_view(visit: Visit) -> Response:
    drop(visit.session, visit.viewer.account_id, visit.identifier(visit.path("view")))
    return see_other("/kantoor/verzoeken")


def filters_of(visit: Visit) -> Filters:
    """Those of the page, or of the form that keeps them."""
    in_address = {key: visit.query(key) for key in visit.http.query_params}
    return read_filters(in_address | visit.all_texts())


def _assigned_nl(visit: Visit) -> str:
    # Made here from two numbers: an address must not be able to put words on this page.
    given, kept = (whole_number(visit.query(name)) for name in ("toegewezen", "niet"))
    if given is None:
        return ""
    said = "1 verzoek toegewezen." if given == 1 else f"{given} verzoeken toegewezen."
    return f"{said} {kept} niet: die collega hoort niet bij die school." if kept else said


def _stands_still(request: Request) -> bool:
    return running(pauses_from_json(request.pauses))


def _schools(visit: Visit) -> list[School]:
    scope = visit.viewer.scope(READ_REQUESTS)
    return list(
        visit.session.scalars(select(School).where(scope.filter(School.id)).order_by(School.name))
    )


def _colleagues(visit: Visit, schools: list[School]) -> list[Account]:
    found: dict[uuid.UUID, Account] = {}
    for school in schools:
        found |= {one.id: one for one in who_can_work(visit.session, school.id)}
    return sorted(found.values(), key=lambda one: one.name)
