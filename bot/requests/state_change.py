"""Moves a request to another state, with its event and what follows from it for the clock."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.requests.clock_change import resume
from bot.requests.deadlines import received_on
from bot.requests.events import record
from bot.requests.models import Request
from bot.requests.workflow import CHECKING_IDENTITY, DONE, check_step
from bot.settings import load_settings


def change_state(
    session: Session,
    request: Request,
    to: str,
    *,
    at: datetime,
    actor: str,
    outcome: str | None = None,
    why: str = "",
) -> None:
    """Takes a step of the workflow table, or raises StepRefused and changes nothing."""
    check_step(request.state, to, outcome)
    change = {"from": request.state, "to": to, "outcome": outcome} | ({"why": why} if why else {})
    if request.state == CHECKING_IDENTITY:
        day = received_on(at, load_settings().timezone)
        resume(session, request, day=day, at=at, actor=actor)
    request.state, request.outcome = to, outcome
    request.closed_at = at if to == DONE else None
    record(session, request, at=at, actor=actor, kind="status_gewijzigd", data=change)
