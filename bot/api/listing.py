"""A page of a school's requests, oldest first."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, defer

from bot.api.inputs import ListQuery
from bot.api.paging import one_page
from bot.requests.models import Request
from bot.requests.worklist import OPEN_STATES


def page_of(
    session: Session, school_id: uuid.UUID, wanted: ListQuery
) -> tuple[Sequence[Request], str | None]:
    """The requests, and the cursor of the next page when there is one."""
    query = (
        readable(school_id)
        .where(*_conditions(wanted))
        .options(defer(Request.details), defer(Request.due_steps))
    )
    return one_page(session, query, wanted, Request.received_at, Request.id)


def readable(school_id: uuid.UUID) -> Select[Request]:
    """What a key of this school may see: what was made anonymous is in the register only."""
    return select(Request).where(Request.school_id == school_id, Request.anonymised_on.is_(None))


def _conditions(wanted: ListQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.state == "open":
        conditions.append(Request.state.in_(OPEN_STATES))
    elif wanted.state is not None:
        conditions.append(Request.state == wanted.state)
    if wanted.kind is not None:
        conditions.append(Request.kind == wanted.kind)
    if wanted.updated_since is not None:
        conditions.append(Request.updated_at >= wanted.updated_since)
    return conditions
