"""What happened stays as it was written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.db.session import session_scope
from bot.requests.append_only import EventsAreFinal, protect_events
from bot.requests.events import record
from bot.requests.models import Request, RequestEvent
from tests.support.requests import NOW, file


def test_an_event_cannot_be_changed(session: Session) -> None:
    event = file(session).request.events[0]
    event.actor = "iemand anders"
    with pytest.raises(EventsAreFinal):
        session.flush()
    session.rollback()


def test_an_event_cannot_be_deleted(session: Session) -> None:
    session.delete(file(session).request.events[0])
    with pytest.raises(EventsAreFinal):
        session.flush()
    session.rollback()


@pytest.mark.parametrize(
    "statement", [update(RequestEvent).values(actor="x"), delete(RequestEvent)]
)
def test_events_cannot_be_changed_in_bulk(session: Session, statement) -> None:
    file(session)
    with pytest.raises(EventsAreFinal):
        session.execute(statement)


def test_other_tables_can_be_changed_in_bulk(session: Session) -> None:
    file(session)
    session.execute(update(Request).values(school="De Ster"))


def test_a_request_with_events_cannot_be_deleted(engine: Engine) -> None:
    with session_scope(engine) as session:
        file(session)
    with pytest.raises(IntegrityError), session_scope(engine) as session:
        session.execute(delete(Request))


def test_events_are_numbered_and_move_the_date_of_change(session: Session) -> None:
    request = file(session).request
    later = NOW + timedelta(hours=1)
    record(session, request, at=later, actor="medewerker", kind="notitie", data={"n": 1})
    session.refresh(request)
    assert [(event.sequence, event.kind) for event in request.events] == [
        (1, "ontvangen"),
        (2, "notitie"),
    ]
    assert request.updated_at == later


def test_two_writers_cannot_both_add_the_same_number(engine: Engine) -> None:
    with session_scope(engine) as session:
        request = file(session).request
    with pytest.raises(IntegrityError), session_scope(engine) as session:
        session.add(
            RequestEvent(request_id=request.id, sequence=1, at=NOW, actor="x", kind="x", data={})
        )


def test_protecting_twice_is_harmless() -> None:
    protect_events()
    protect_events()
