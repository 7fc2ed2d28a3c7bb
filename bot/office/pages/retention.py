"""How long closed requests are kept, what would be erased today, and the proof of what was."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.destruction.due import due_requests, held_requests
from bot.destruction.terms import ACTIONS_NL, TermRefused, load_terms, save_term
from bot.office.paging import log_page
from bot.people.roles import MANAGE_SCHOOLS, READ_REPORTS
from bot.requests.models import Destruction, Request
from bot.web.visit import Visit, see_other

_MOST_SHOWN = 200


def show(visit: Visit, error: str = "") -> Response:
    scope = visit.viewer.scope(READ_REPORTS)
    mine = scope.filter(Request.school_id)
    proofs = select(Destruction).where(scope.filter(Destruction.school_id))
    return visit.render(
        "retention.html",
        status=422 if error else 200,
        error=error,
        terms=load_terms(visit.session),
        actions=ACTIONS_NL,
        may_change=visit.viewer.scope(MANAGE_SCHOOLS).everywhere,
        due=due_requests(visit.session, visit.today, mine, most=_MOST_SHOWN),
        held=held_requests(visit.session, visit.today, mine),
        proofs=log_page(visit, proofs, Destruction.at, Destruction.id, name="vernietigd"),
    )


def save(visit: Visit) -> Response:
    kind = visit.path("kind")
    try:
        save_term(visit.session, kind, visit.text("maanden").strip(), visit.text("actie"))
    except TermRefused as refusal:
        return show(visit, error=str(refusal))
    log_office(
        visit.session,
        actor=visit.viewer.actor,
        kind="bewaartermijn_gewijzigd",
        at=visit.now,
        data={"fields": [kind]},
    )
    return see_other("/kantoor/bewaartermijnen")
