"""The clock of a stored request: reads it, stops it, starts it again, extends it, sees it run out."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.requests.deadline_text import steps_to_json
from bot.requests.events import record
from bot.requests.legal_clock import Clock, is_late, why_not_extend, why_not_pause
from bot.requests.models import Request
from bot.requests.pauses import ended, pauses_from_json, pauses_to_json, running, started
from bot.requests.workflow import DONE


class ClockRefused(ValueError):
    """The law does not allow this now; the text says why, in Dutch."""


def clock_of(request: Request) -> Clock:
    return Clock(
        received=request.received_on,
        complaint_weeks=request.complaint_term_weeks,
        pauses=pauses_from_json(request.pauses),
        extended_on=request.extended_on,
    )


def pause_if_allowed(
    session: Session, request: Request, *, day: date, at: datetime, actor: str
) -> bool:
    """Stops the clock for a question about identity; False when the law lets it run on."""
    if why_not_pause(clock_of(request), day) is not None:
        return False
    request.pauses = pauses_to_json(started(pauses_from_json(request.pauses), day))
    record(session, request, at=at, actor=actor, kind="klok_stilgezet")
    return True


def resume(session: Session, request: Request, *, day: date, at: datetime, actor: str) -> None:
    """Lets a clock that stands still run again, with a later last day; else changes nothing."""
    pauses = pauses_from_json(request.pauses)
    if not running(pauses):
        return
    request.pauses = pauses_to_json(ended(pauses, day))
    _count_again(request)
    data = {"due_on": request.due_on.isoformat()}
    record(session, request, at=at, actor=actor, kind="klok_loopt_weer", data=data)


def extend(
    session: Session, request: Request, *, day: date, at: datetime, actor: str, why: str
) -> None:
    """Two months more, once. Raises ClockRefused. The letter with the reason is the caller's."""
    refusal = why_not_extend(clock_of(request), day)
    if request.state == DONE:
        refusal = "Dit verzoek is al afgehandeld."
    if refusal is not None:
        raise ClockRefused(refusal)
    request.extended_on = day
    _count_again(request)
    data = {"due_on": request.due_on.isoformat(), "why": why}
    record(session, request, at=at, actor=actor, kind="verlengd", data=data)


def mark_late(session: Session, request: Request, *, day: date, at: datetime) -> bool:
    """Records once that the last day has passed; False when it has not, or was recorded."""
    if request.state == DONE or request.late_on is not None or not is_late(clock_of(request), day):
        return False
    request.late_on = day
    data = {"due_on": request.due_on.isoformat()}
    record(session, request, at=at, actor="systeem", kind="te_laat", data=data)
    return True


def _count_again(request: Request) -> None:
    deadline = clock_of(request).deadline
    request.due_on, request.due_steps = deadline.last_day, steps_to_json(deadline)
