"""One order over the events of all requests, in which a reader who remembers a place misses none.

Numbers that writers take themselves do not give that: who takes 7 may commit after who took 8, and
a reader that saw 8 in between never asks for 7. Here writers only leave an empty place, and the
reader numbers what is committed, behind one lock. What is not committed yet is not seen, and gets
a higher number at a later reading. Writers never wait for readers.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.requests.models import EventCounter, EventPlace, Request, RequestEvent


class UnknownPlace(ValueError):
    """No event ever stood there: the reader remembers more than this database does."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its place and what it is about."""

    position: int
    event: RequestEvent
    reference: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Events in order. `after` is the place to go on from; `more` tells that there are others."""

    events: Sequence[Placed]
    after: int
    more: bool


def events_after(session: Session, school_id: uuid.UUID, after: int, *, most: int) -> Passage:
    """The next events of the requests that this school has now. Needs a session that writes.

    Raises UnknownPlace for a place that was never given, as after a backup was put back.
    """
    last = _number_new(session)
    if after > last:
        raise UnknownPlace
    query = (
        select(EventPlace.position, RequestEvent, Request.reference, Request.kind)
        .join(
            RequestEvent,
            (RequestEvent.request_id == EventPlace.request_id)
            & (RequestEvent.sequence == EventPlace.sequence),
        )
        .join(Request, Request.id == EventPlace.request_id)
        .where(EventPlace.position > after, EventPlace.position <= last)
        .where(Request.school_id == school_id)
        .order_by(EventPlace.position)
        .limit(most + 1)
    )
    found = [Placed(row[0] or 0, *row[1:]) for row in session.execute(query)]
    if len(found) > most:
        return Passage(found[:most], found[most - 1].position, more=True)
    # Nothing of this school stands between its last event and the last number given.
    return Passage(found, last, more=False)


def _number_new(session: Session) -> int:
    """Gives the committed events that have none a number; returns the last number."""
    counter = session.get_one(EventCounter, 1, with_for_update=True, populate_existing=True)
    new = (
        select(EventPlace.id, func.row_number().over(order_by=EventPlace.id).label("number"))
        .where(EventPlace.position.is_(None))
        .subquery()
    )
    numbered = session.execute(
        update(EventPlace)
        .where(EventPlace.id == new.c.id)
        .values(position=counter.last + new.c.number)
        .execution_options(synchronize_session=False)
    )
    counter.last += numbered.rowcount  # type: ignore[attr-defined]
    session.flush()
    return counter.last
