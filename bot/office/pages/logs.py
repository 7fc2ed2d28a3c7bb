"""The two logs, for the FG: who read whose request or conversation, and what was done."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.audit.models import OfficeLog, ReadingLog
from bot.conversations.models import Conversation
from bot.office.paging import log_page
from bot.people.colleagues import names_of
from bot.people.roles import READ_LOGS
from bot.requests.models import Request
from bot.web.visit import Visit


def show(visit: Visit) -> Response:
    scope = visit.viewer.scope(READ_LOGS)
    read = (
        select(ReadingLog, Request.reference, Conversation.created_at)
        .outerjoin(Request, Request.id == ReadingLog.request_id)
        .outerjoin(Conversation, Conversation.id == ReadingLog.request_id)
        .where(scope.filter(ReadingLog.school_id))
    )
    readings = log_page(visit, read, ReadingLog.at, ReadingLog.id, name="bekeken")
    # Signing in belongs to no school; it is shown to who looks after the whole board.
    done = select(OfficeLog).where(scope.filter(OfficeLog.school_id))
    office = log_page(visit, done, OfficeLog.at, OfficeLog.id, name="gedaan")
    entries = [entry for (entry,) in office.rows]
    about = [entry.data["account_id"] for entry in entries if "account_id" in entry.data]
    names = names_of(visit.session, [*(entry.actor for entry in entries), *about])
    return visit.render("logs.html", readings=readings, office=office, names=names)
