"""Keeps the events of a request as they were written.

Both ways of the ORM are closed: changing an object, and update() or delete() over the class. Only
retention may remove events, with a statement on the table itself (`RequestEvent.__table__`).
"""

from __future__ import annotations

from typing import Any, NoReturn

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from bot.requests.models import RequestEvent


class EventsAreFinal(RuntimeError):
    """Somebody tried to change or delete an event."""


def _refuse(*_: Any) -> NoReturn:
    raise EventsAreFinal("an event of a request is never changed or deleted; add a new one")


def _refuse_statement(state: ORMExecuteState) -> None:
    mapper = state.bind_mapper
    if (state.is_update or state.is_delete) and mapper and mapper.class_ is RequestEvent:
        _refuse()


def protect_events() -> None:
    """Sets the listeners; harmless when called twice."""
    for target, name, listener in (
        (RequestEvent, "before_update", _refuse),
        (RequestEvent, "before_delete", _refuse),
        (Session, "do_orm_execute", _refuse_statement),
    ):
        if not event.contains(target, name, listener):
            event.listen(target, name, listener)
