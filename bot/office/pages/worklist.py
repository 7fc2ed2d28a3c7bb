"""The worklist: what is due first comes first."""

from __future__ import annotations

import uuid

from sqlalchemy import select
from starlette.responses import Response

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
from bot.requests.worklist import find_requests, read_filters
from bot.schools.models import School
from bot.web.visit import Visit, see_other


def show(visit: Visit) -> Response:
    filters = read_filters({key: visit.query(key) for key in visit.http.query_params})
    scope = visit.viewer.scope(READ_REQUESTS)
    page = whole_number(visit.query("pagina")) or 1
    found = find_requests(
        visit.session, scope.filter(Request.school_id), filters, today=visit.today, page=page
    )
    schools = _schools(visit)
    return visit.render(
        "worklist.html",
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
        message=visit.query("gedaan")[:200],
    )


def save_view(visit: Visit) -> Response:
    filters = read_filters(visit.all_texts())
    try:
        save(visit.session, visit.viewer.account_id, visit.text("naam"), filters)
    except EditRefused as error:
        return see_other(f"/kantoor/verzoeken?{filters.query}&gedaan={error}")
    return see_other(f"/kantoor/verzoeken?{filters.query}")


def drop_view(visit: Visit) -> Response:
    drop(visit.session, visit.viewer.account_id, visit.identifier(visit.path("view")))
    return see_other("/kantoor/verzoeken")


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
