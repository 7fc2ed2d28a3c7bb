"""What the page of a request shows, gathered from everywhere it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.letters.kinds import LETTERS
from bot.letters.models import Letter
from bot.office.event_words import event_nl
from bot.outbox.models import OutboxMessage
from bot.people.colleagues import names_of, who_can_work
from bot.people.models import Account
from bot.requests.asked import asked_of
from bot.requests.checklists import age_at_receipt
from bot.requests.clock_change import clock_of
from bot.requests.deadline_text import explain
from bot.requests.kinds import KINDS
from bot.requests.models import Attachment, Request, RequestEvent, RequestNote
from bot.schools.finding import school_by_id
from bot.schools.models import School
from bot.web.words import RELATIONS_NL


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    title: str
    asked: list[tuple[str, str]]
    relation: str
    age: int | None
    school: School | None
    assignee: Account | None
    colleagues: Sequence[Account]
    stands_still: bool
    explanation: str
    law: str
    notes: Sequence[RequestNote]
    files: Sequence[Attachment]
    letters: list[tuple[Letter, str, str]]
    events: list[tuple[RequestEvent, str, str]]


def view_of(session: Session, request: Request, today: date) -> RequestView:
    clock = clock_of(request)
    events = _all(session, RequestEvent, request, RequestEvent.sequence.desc())
    names = names_of(session, [event.actor for event in events])
    return RequestView(
        title=KINDS[request.kind].name_nl.capitalize().replace("om uw", "om een"),
        asked=[(one.label_nl, one.answer) for one in asked_of(request)],
        relation=RELATIONS_NL.get(request.relation, request.relation),
        age=age_at_receipt(request),
        school=school_by_id(session, request.school_id),
        assignee=session.get(Account, request.assignee_id) if request.assignee_id else None,
        colleagues=who_can_work(session, request.school_id),
        stands_still=clock.stands_still,
        explanation=explain(clock.deadline),
        law=KINDS[request.kind].article,
        notes=_all(session, RequestNote, request, RequestNote.at.desc()),
        files=_all(session, Attachment, request, Attachment.added_at),
        letters=_letters(session, request),
        events=[(event, event_nl(event), names[event.actor]) for event in events],
    )


def _letters(session: Session, request: Request) -> list[tuple[Letter, str, str]]:
    """Each letter with its title and how its delivery stands."""
    query = select(OutboxMessage.payload, OutboxMessage.state, OutboxMessage.maybe_sent_before)
    rows = session.execute(query.where(OutboxMessage.request_id == request.id)).all()
    states = {
        row.payload.get("letter_id"): _delivery(row.state, row.maybe_sent_before) for row in rows
    }
    letters = _all(session, Letter, request, Letter.created_at)
    return [(one, LETTERS[one.kind].title_nl, states.get(str(one.id), "")) for one in letters]


_DELIVERY_NL = {
    "wacht": "wordt verzonden",
    "bezig": "wordt verzonden",
    "verzonden": "verzonden",
    "mislukt": "niet gelukt: zie Verzending",
    "vervallen": "niet verzonden",
}


def _delivery(state: str, maybe_before: bool) -> str:
    return _DELIVERY_NL[state] + (" (misschien dubbel)" if maybe_before else "")


def _all(session: Session, model: Any, request: Request, order: Any) -> Sequence[Any]:
    return session.scalars(
        select(model).where(model.request_id == request.id).order_by(order)
    ).all()
