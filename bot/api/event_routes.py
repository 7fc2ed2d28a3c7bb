"""/events: what happened since."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from bot.api.caller import Reader
from bot.api.documented import problems
from bot.api.event_shapes import EventPage, event_page
from bot.api.inputs import EventsQuery
from bot.api.problems import Refused
from bot.db.session import session_scope
from bot.requests.event_order import UnknownPlace, events_after

router = APIRouter(tags=["Gebeurtenissen"])


@router.get(
    "/events",
    summary="Wat er gebeurde sinds de vorige keer",
    description="Alle gebeurtenissen van de verzoeken van de school, in één volgorde. Bewaar "
    "`next` en stuur het de volgende keer als `after`: zo mist u niets en krijgt u niets dubbel. "
    "Een gebeurtenis krijgt haar plek pas als zij vaststaat, dus er komt er nooit een tussen. Van "
    "een verzoek dat van een andere school kwam ziet u wat er gebeurde vanaf de overdracht.",
    response_description="De gebeurtenissen, de oudste eerst.",
    responses=problems("plek"),
)
def read_events(caller: Reader, wanted: Annotated[EventsQuery, Query()]) -> EventPage:
    with session_scope(caller.engine) as session:
        try:
            passage = events_after(session, caller.school_id, wanted.after, most=wanted.limit)
        except UnknownPlace as error:
            raise Refused("plek") from error
        return event_page(passage)
