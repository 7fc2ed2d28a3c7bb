"""/register: one row for each request, as JSON and as CSV."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from bot import clock
from bot.api.caller import Caller, Reader
from bot.api.documented import problems
from bot.api.inputs import NoQuery
from bot.api.register_shapes import Register, RegisterRow
from bot.audit.office_log import log_office
from bot.db.session import session_scope
from bot.requests.models import Request
from bot.requests.register import as_csv_text, register_rows

router = APIRouter(tags=["Register"])
_ABOUT = (
    "Alle verzoeken van de school, ook de anoniem gemaakte (AVG artikel 5 lid 2 en artikel 30). "
    "Wat hier niet meer staat, is na de bewaartermijn vernietigd: vernietig dan ook uw kopie."
)


class Csv(Response):
    media_type = "text/csv"


@router.get(
    "/register",
    summary="Het register als JSON",
    description=_ABOUT,
    response_description="Het register.",
    responses=problems(),
)
def register_json(caller: Reader, _nothing: Annotated[NoQuery, Query()]) -> Register:
    return Register(rows=[RegisterRow.model_validate(row) for row in _rows(caller)])


@router.get(
    "/register.csv",
    summary="Het register als CSV",
    description=f"{_ABOUT} Met puntkomma’s, in UTF-8, zoals een Nederlands rekenblad het verwacht.",
    response_description="Het register.",
    response_class=Csv,
    responses=problems(),
)
def register_csv(caller: Reader, _nothing: Annotated[NoQuery, Query()]) -> Response:
    # The mark at the start makes spreadsheets read it as UTF-8.
    body = "\ufeff" + as_csv_text(_rows(caller))
    return Csv(body, headers={"Content-Disposition": "attachment; filename=register.csv"})


def _rows(caller: Caller) -> list[dict[str, object]]:
    with session_scope(caller.engine) as session:
        log_office(
            session,
            actor=caller.actor,
            kind="register_opgehaald",
            at=clock.now(),
            school_id=caller.school_id,
        )
        return register_rows(session, Request.school_id == caller.school_id)
