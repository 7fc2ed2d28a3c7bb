"""/requests: list, read one, change the state of one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy.orm import Session

from bot import clock
from bot.api.caller import Caller, Reader, Writer
from bot.api.documented import problems
from bot.api.inputs import REFERENCE_PATTERN, ListQuery, NoQuery, StateChange
from bot.api.listing import page_of, readable
from bot.api.problems import Refused
from bot.api.shapes import FullRequest, RequestPage, RequestSummary
from bot.api.steps import outside_move
from bot.api.view import full_of, summary_of
from bot.audit.reading_log import REQUEST, log_reading
from bot.db.session import session_scope
from bot.handling.perform import Doing, perform
from bot.requests.models import Request
from bot.settings import load_settings

router = APIRouter(tags=["Verzoeken"])
Reference = Annotated[
    str,
    Path(pattern=REFERENCE_PATTERN, description="Het kenmerk.", examples=["DW-K7MH3-9XQ47"]),
]


@router.get(
    "/requests",
    summary="Verzoeken van de school",
    description="Het oudste eerst, zonder namen. Een bladzijde verschuift niet als er intussen "
    "iets verandert of bijkomt. Anoniem gemaakte verzoeken staan alleen in het register.",
    response_description="Een bladzijde met verzoeken.",
    responses=problems(),
)
def list_requests(caller: Reader, wanted: Annotated[ListQuery, Query()]) -> RequestPage:
    with session_scope(caller.engine, read_only=True) as session:
        found, cursor = page_of(session, caller.school_id, wanted)
        return RequestPage(requests=[summary_of(request) for request in found], next=cursor)


@router.get(
    "/requests/{reference}",
    summary="Eén verzoek, met de gegevens van de aanvrager",
    description="Elke aanroep komt in het leeslogboek, met de naam van de sleutel. De FG en de "
    "aanvrager kunnen dat zien. Haal dus alleen op wat u nodig hebt.",
    response_description="Het verzoek.",
    responses=problems(),
)
def read_request(
    caller: Reader, reference: Reference, _nothing: Annotated[NoQuery, Query()]
) -> FullRequest:
    with session_scope(caller.engine) as session:
        request = _request(session, caller, reference)
        log_reading(
            session,
            request_id=request.id,
            school_id=request.school_id,
            what=REQUEST,
            actor=caller.actor,
            actor_name=f"koppeling “{caller.name}”",
            at=clock.now(),
        )
        return full_of(request)


@router.post(
    "/requests/{reference}/state",
    summary="De status veranderen",
    description="Een koppeling meldt feiten: het werk is begonnen, de identiteit is duidelijk, het "
    "antwoord is binnen. Beslissen, een vraag stellen, verlengen, afsluiten en heropenen doet een "
    "mens in het kantoor, meestal met een brief. Stuur de `version` mee die u las: is het verzoek "
    "intussen veranderd, dan verandert er niets.",
    response_description="Het verzoek na de verandering.",
    responses=problems(
        "onleesbaar",
        "alleen-lezen",
        *("versie", "stap", "brief-nodig", "alleen-kantoor"),
        "te-groot",
    ),
)
def change_state(
    caller: Writer,
    reference: Reference,
    change: StateChange,
    _nothing: Annotated[NoQuery, Query()],
) -> RequestSummary:
    with session_scope(caller.engine) as session:
        request = _request(session, caller, reference)
        session.refresh(request, with_for_update=True)
        if request.version != change.version:
            raise Refused("versie", version=request.version)
        perform(session, request, _doing(caller, request, change))
        return summary_of(request)


def _request(session: Session, caller: Caller, reference: str) -> Request:
    query = readable(caller.school_id).where(Request.reference == reference)
    request = session.scalar(query)
    if request is None:
        raise Refused("niet-gevonden")
    return request


def _doing(caller: Caller, request: Request, change: StateChange) -> Doing:
    return Doing(
        move=outside_move(request.reference, request.state, change.state),
        actor=caller.actor,
        at=clock.now(),
        day=clock.today(),
        version=change.version,
        status_address=f"{load_settings().public_url}/status",
        why=change.reason.strip(),
    )
