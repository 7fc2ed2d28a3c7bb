"""Moves a request to another state, with its event."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.requests.events import record
from bot.requests.models import Request
from bot.requests.workflow import check_step


def change_state(
    session: Session,
    request: Request,
    to: str,
    *,
    at: datetime,
    actor: str,
    outcome: str | None = None,
) -> None:
    """Takes a step of the workflow table, or raises StepRefused and changes nothing."""
    check_step(request.state, to, outcome)
    change = {"from": request.state, "to": to, "outcome": outcome}
    request.state, request.outcome = to, outcome
    record(session, request, at=at, actor=actor, kind="status_gewijzigd", data=change)
