"""What a parent does with an open request: answer, take back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.parsing.clean import without_control
from bot.requests.editing import LONGEST_NOTE
from bot.requests.events import record
from bot.requests.models import Request, RequestNote
from bot.requests.state_change import change_state
from bot.requests.workflow import DONE, IN_PROGRESS, WAITING, WITHDRAWN

ACTOR = "aanvrager"


class AnswerRefused(ValueError):
    """This cannot be done now; the text says why, in Dutch."""


def answer(session: Session, request: Request, text: str, now: datetime) -> None:
    """Keeps what the parent wrote; a request that waited for it is the school's again."""
    session.refresh(request, with_for_update=True)
    text = without_control(text)
    if not text:
        raise AnswerRefused("Schrijf eerst iets.")
    if len(text) > LONGEST_NOTE:
        raise AnswerRefused(f"Dit is langer dan {LONGEST_NOTE} tekens. Maak er twee berichten van.")
    if request.state == DONE:
        raise AnswerRefused("Dit is al afgehandeld. Neem contact op met de school.")
    note = RequestNote(
        request_id=request.id,
        at=now,
        author=ACTOR,
        author_name=request.requester_name,
        text=text,
    )
    session.add(note)
    record(session, request, at=now, actor=ACTOR, kind="antwoord_aanvrager")
    if request.state == WAITING:
        change_state(session, request, IN_PROGRESS, at=now, actor=ACTOR)


def take_back(session: Session, request: Request, now: datetime) -> None:
    """Closes the request as withdrawn. Raises AnswerRefused when it is closed already."""
    session.refresh(request, with_for_update=True)
    if request.state == DONE:
        raise AnswerRefused("Dit is al afgehandeld. Intrekken kan niet meer en hoeft ook niet.")
    change_state(session, request, DONE, at=now, actor=ACTOR, outcome=WITHDRAWN)
