"""The register of requests (AVG artikel 5 lid 2 en 30), as CSV and as JSON."""

from __future__ import annotations

import json

from starlette.responses import Response

from bot.audit.office_log import log_at_schools
from bot.people.roles import READ_REQUESTS
from bot.requests.models import Request
from bot.requests.register import as_csv_text, register_rows
from bot.web.visit import Visit


def as_csv(visit: Visit) -> Response:
    # The mark at the start makes spreadsheets read it as UTF-8.
    body = "\ufeff" + as_csv_text(_rows(visit))
    return _download(body, "text/csv; charset=utf-8", "register.csv")


def as_json(visit: Visit) -> Response:
    body = json.dumps(_rows(visit), ensure_ascii=False, indent=1)
    return _download(body, "application/json", "register.json")


def _rows(visit: Visit) -> list[dict[str, object]]:
    scope = visit.viewer.scope(READ_REQUESTS)
    log_at_schools(
        visit.session,
        scope.places,
        actor=visit.viewer.actor,
        kind="register_opgehaald",
        at=visit.now,
    )
    return register_rows(visit.session, scope.filter(Request.school_id))


def _download(body: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(body, media_type=media_type, headers=headers)
