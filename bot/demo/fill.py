"""Fills an empty database with the demonstration, in the caller's transaction."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.demo.conversations import converse
from bot.demo.courses import BATCHES, COURSES
from bot.demo.filing import Plan, file_planned, plan_request
from bot.demo.people import Cast, make_people
from bot.demo.playing import play
from bot.demo.scenes import Scene
from bot.demo.schools import make_schools
from bot.destruction.due import is_due
from bot.destruction.erase import erase
from bot.destruction.terms import load_terms
from bot.months import add_months
from bot.outbox.models import OutboxMessage
from bot.outbox.states import FAILED, SENT
from bot.requests.closing import closed_on
from bot.requests.models import Request
from bot.settings import Settings

_SEED = 20261124


def fill(session: Session, settings: Settings, now: datetime) -> None:
    """The same people, courses and ages each time, counted back from now; references differ."""
    rng = random.Random(_SEED)
    today = now.astimezone(settings.timezone).date()
    schools = make_schools(session, now - timedelta(days=900), today)
    cast = make_people(session, schools, now)
    for plan in _plans(rng, settings, now):
        _make(session, plan, cast, rng, settings, now)
    converse(session, schools, cast, settings, now)
    _everything_was_sent(session)
    _two_came_back(session)


def _plans(rng: random.Random, settings: Settings, now: datetime) -> list[Plan]:
    plans: list[Plan] = []
    for batch in BATCHES:
        for place in range(batch.count):
            number = len(plans) + 1
            plans.append(plan_request(number, batch, place, now=now, rng=rng, settings=settings))
    return sorted(plans, key=lambda plan: plan.received)


def _make(
    session: Session,
    plan: Plan,
    cast: Cast,
    rng: random.Random,
    settings: Settings,
    now: datetime,
) -> None:
    request = file_planned(session, plan, rng=rng, settings=settings)
    worker = rng.choice(cast.workers[plan.school.sector])
    if plan.batch.unplaced:
        return
    play(
        Scene(session, request, worker, rng, settings),
        COURSES[plan.batch.course],
        now,
        confirms_receipt=plan.school.confirms_receipt,
    )
    if plan.batch.gone:
        _forget(session, request, settings)


def _forget(session: Session, request: Request, settings: Settings) -> None:
    """What the worker would have done when the term of keeping was over."""
    closed = closed_on(request)
    assert closed is not None and request.closed_at is not None
    months = load_terms(session)[request.kind].months
    day = add_months(closed, months)
    _everything_was_sent(session)
    due = is_due(session, request.id, day)
    if due is not None:
        erase(session, due, request.closed_at + (day - closed) + timedelta(hours=1))


def _everything_was_sent(session: Session) -> None:
    """Mail of the past: the worker must find nothing to deliver."""
    session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.state != SENT)
        .values(state=SENT, sent_at=OutboxMessage.created_at)
    )


def _two_came_back(session: Session) -> None:
    """Two dead letters, so that the office can see what they are."""
    letters = select(OutboxMessage).where(OutboxMessage.request_id.is_not(None))
    for message in session.scalars(letters.order_by(OutboxMessage.created_at.desc()).limit(2)):
        message.state, message.sent_at, message.attempts = FAILED, None, 1
        message.last_error = "de mailserver weigert het e-mailadres"
