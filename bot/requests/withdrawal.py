"""A parent takes a request back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.requests.kinds import KINDS
from bot.requests.lookup import NOT_FOUND_NL, find
from bot.requests.models import Request
from bot.requests.state_change import change_state
from bot.requests.workflow import DONE, WITHDRAWN


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """`result` is ingetrokken, was_ingetrokken, was_afgehandeld or onbekend."""

    result: str
    message_nl: str
    request: Request | None = None


def withdraw(session: Session, reference: str, email: str, now: datetime) -> Withdrawal:
    """Closes the request with outcome `ingetrokken`; a second time changes nothing."""
    request = find(session, reference, email)
    if request is None:
        return Withdrawal("onbekend", NOT_FOUND_NL)
    # Staff may be closing it at this moment: look again while nobody else can.
    session.refresh(request, with_for_update=True)
    if request.state == DONE:
        return _too_late(request)
    change_state(session, request, DONE, at=now, actor="aanvrager", outcome=WITHDRAWN)
    name = KINDS[request.kind].name_nl
    message = (
        f"Uw {name} is ingetrokken. De school doet er niets meer mee. "
        "U kunt later altijd opnieuw iets indienen."
    )
    return Withdrawal("ingetrokken", message, request)


def _too_late(request: Request) -> Withdrawal:
    if request.outcome == WITHDRAWN:
        return Withdrawal("was_ingetrokken", "U had dit al ingetrokken.", request)
    message = "De school heeft dit al afgehandeld. Intrekken kan dan niet meer en hoeft ook niet."
    return Withdrawal("was_afgehandeld", message, request)
