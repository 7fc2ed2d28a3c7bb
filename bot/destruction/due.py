"""Which closed requests have had their time: what the dry run shows and the worker erases."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from bot.destruction.terms import Term, load_terms
from bot.months import add_months
from bot.outbox.models import OutboxMessage
from bot.outbox.states import BUSY, WAITING
from bot.requests.closing import closed_on
from bot.requests.models import Request
from bot.requests.workflow import DONE
from bot.settings import load_settings


@dataclass(frozen=True, slots=True)
class Due:
    """A request whose term is over, with the term that was; `since` is the day it ended."""

    request: Request
    term: Term
    since: date


def due_requests(
    session: Session, today: date, scope: ColumnElement[bool], *, most: int | None = None
) -> list[Due]:
    """Oldest first, without what a legal hold keeps or what still has to be sent."""
    return _over(session, today, [scope, Request.legal_hold.is_(None), ~_still_sending()], most)


def held_requests(session: Session, today: date, scope: ColumnElement[bool]) -> list[Due]:
    """Those whose term is over and that only a legal hold keeps."""
    return _over(session, today, [scope, Request.legal_hold.is_not(None)], None)


def term_end(request: Request, term: Term) -> date:
    """The first day on which it may be gone."""
    closed = closed_on(request)
    assert closed is not None
    return add_months(closed, term.months)


def _over(
    session: Session, today: date, conditions: list[ColumnElement[bool]], most: int | None
) -> list[Due]:
    terms = load_terms(session)
    query = (
        select(Request)
        .where(Request.state == DONE, Request.anonymised_on.is_(None), *conditions)
        .where(or_(*_closed_long_ago(terms, today)))
        .order_by(Request.closed_at)
        .limit(most)
    )
    found = []
    for request in session.scalars(query):
        since = term_end(request, terms[request.kind])
        if since <= today:
            found.append(Due(request, terms[request.kind], since))
    return found


def _closed_long_ago(terms: Mapping[str, Term], today: date) -> list[ColumnElement[bool]]:
    # Roughly, so that the index does the work: months differ in length and days in time zone.
    zone = load_settings().timezone
    conditions: list[ColumnElement[bool]] = []
    for kind, term in terms.items():
        latest = add_months(today, -term.months) + timedelta(days=4)
        moment = datetime.combine(latest, time(), tzinfo=zone)
        conditions.append((Request.kind == kind) & (Request.closed_at < moment))
    return conditions


def _still_sending() -> ColumnElement[bool]:
    return exists().where(
        OutboxMessage.request_id == Request.id, OutboxMessage.state.in_((WAITING, BUSY))
    )


def is_due(session: Session, request_id: uuid.UUID, today: date) -> Due | None:
    """The same question about one request, asked again right before it is erased."""
    found = due_requests(session, today, Request.id == request_id)
    return found[0] if found else None
