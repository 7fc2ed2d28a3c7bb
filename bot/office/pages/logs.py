"""The two logs, for the FG: who read whose request or conversation, and what was done."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.audit.models import OfficeLog, ReadingLog
from bot.conversations.models import Conversation
from bot.people.colleagues import names_of
from bot.people.roles import READ_LOGS
from bot.requests.models import Request
from bot.web.visit import Visit

_PAGE = 200


def show(visit: Visit) -> Response:
    scope = visit.viewer.scope(READ_LOGS)
    readings = visit.session.execute(
        select(ReadingLog, Request.reference, Conversation.created_at)
        .outerjoin(Request, Request.id == ReadingLog.request_id)
        .outerjoin(Conversation, Conversation.id == ReadingLog.request_id)
        .where(scope.filter(ReadingLog.school_id))
        .order_by(ReadingLog.at.desc())
        .limit(_PAGE)
    ).all()
    # Signing in belongs to no school; it is shown to who looks after the whole board.
    office = visit.session.scalars(
        select(OfficeLog)
        .where(scope.filter(OfficeLog.school_id))
        .order_by(OfficeLog.at.desc())
        .limit(_PAGE)
    ).all()
    about = [entry.data["account_id"] for entry in office if "account_id" in entry.data]
    names = names_of(visit.session, [*(entry.actor for entry in office), *about])
    return visit.render("logs.html", readings=readings, office=office, names=names, most=_PAGE)
