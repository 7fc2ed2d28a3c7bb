"""/destructions: the proof of what was erased after its term."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import select

from bot.api.caller import Reader
from bot.api.destruction_shapes import DestructionPage, Proof
from bot.api.documented import problems
from bot.api.inputs import DestructionsQuery
from bot.api.paging import one_page
from bot.db.session import session_scope
from bot.requests.models import Destruction

router = APIRouter(tags=["Vernietigd"])


@router.get(
    "/destructions",
    summary="Wat er is vernietigd",
    description="Het bewijs dat verzoeken na hun bewaartermijn zijn verwijderd of anoniem gemaakt "
    "(AVG artikel 5 lid 1 onder e en lid 2), zonder namen, het oudste eerst. Vernietig dan ook uw "
    "kopie: `request_id` zegt welke.",
    response_description="Een bladzijde met vernietigingen.",
    responses=problems(),
)
def list_destructions(
    caller: Reader, wanted: Annotated[DestructionsQuery, Query()]
) -> DestructionPage:
    query = select(Destruction).where(Destruction.school_id == caller.school_id)
    if wanted.destroyed_since is not None:
        query = query.where(Destruction.at >= wanted.destroyed_since)
    with session_scope(caller.engine, read_only=True) as session:
        found, cursor = one_page(session, query, wanted, Destruction.at, Destruction.id)
        return DestructionPage(
            destructions=[Proof.model_validate(one) for one in found], next=cursor
        )
