"""Changes of a request that are not steps: fields, school, assignee, checklist, notes, legal hold."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.parsing.outcome import Problem
from bot.requests.checklists import checklist_for
from bot.requests.events import record
from bot.requests.fields import FIELDS
from bot.requests.models import Request, RequestNote
from bot.schools.models import School

LONGEST_NOTE = 5000
#: What the office may correct after a word with the requester; the rest is as it was filed.
EDITABLE = ("child_name", "group", "requester_name", "requester_email", "requester_phone")


#: What somebody is told whose page is older than the request.
CHANGED_MEANWHILE_NL = (
    "Dit verzoek is intussen veranderd, misschien door een collega. Bekijk het opnieuw."
)


class EditRefused(ValueError):
    """This change cannot be made; the text says why, in Dutch."""


def check_version(request: Request, seen: int) -> None:
    """Raises EditRefused when it changed since somebody saw it: a colleague's work stays."""
    if request.version != seen:
        raise EditRefused(CHANGED_MEANWHILE_NL)


def change_fields(
    session: Session,
    request: Request,
    typed: Mapping[str, str],
    *,
    why: str,
    actor: str,
    at: datetime,
    today: date,
) -> tuple[str, ...]:
    """Changes what is different and returns those fields. The event names them, not their values."""
    changed: dict[str, str | None] = {}
    for key in EDITABLE:
        if key in typed and (value := _value(key, typed[key], today)) != getattr(request, key):
            changed[key] = value
    if not changed:
        return ()
    if not why.strip():
        raise EditRefused("Schrijf erbij waarom u dit verandert.")
    for key, value in changed.items():
        setattr(request, key, value)
    data = {"fields": sorted(changed), "why": why.strip()}
    record(session, request, at=at, actor=actor, kind="gegevens_gewijzigd", data=data)
    return tuple(changed)


def _value(key: str, typed: str, today: date) -> str | None:
    field = FIELDS[key]
    if not typed.strip():
        if field.optional:
            return None
        raise EditRefused(f"{field.label_nl} mag niet leeg zijn.")
    outcome = field.parse(typed, today)
    if not isinstance(outcome, Problem):
        return outcome.value
    if outcome.as_typed is not None:
        return outcome.as_typed
    raise EditRefused(f"{field.label_nl}: {outcome.message_nl}")


def assign(
    session: Session, request: Request, assignee_id: uuid.UUID | None, *, actor: str, at: datetime
) -> None:
    """Gives the request to somebody, or to nobody. Who may have it is the caller's check."""
    if request.assignee_id == assignee_id:
        return
    request.assignee_id = assignee_id
    data = {"assignee_id": str(assignee_id) if assignee_id else None}
    record(session, request, at=at, actor=actor, kind="toegewezen_aan", data=data)


def move_to_school(
    session: Session, request: Request, school: School, *, actor: str, at: datetime
) -> None:
    """Puts the request with a school of the board; who worked it there works it no longer."""
    if request.school_id == school.id:
        return
    data = {"from": str(request.school_id) if request.school_id else None, "to": str(school.id)}
    request.school_id, request.assignee_id = school.id, None
    record(session, request, at=at, actor=actor, kind="school_gewijzigd", data=data)


def tick(
    session: Session, request: Request, key: str, *, done: bool, actor: str, at: datetime
) -> None:
    """Marks an item of the checklist. Raises EditRefused for an item of another kind."""
    if key not in {item.key for item in checklist_for(request)}:
        raise EditRefused("Dit punt hoort niet bij dit verzoek.")
    if (key in request.checklist) == done:
        return
    others = [item for item in request.checklist if item != key]
    request.checklist = [*others, key] if done else others
    data = {"item": key, "done": done}
    record(session, request, at=at, actor=actor, kind="controlepunt", data=data)


def add_note(
    session: Session, request: Request, text: str, *, actor: str, actor_name: str, at: datetime
) -> RequestNote:
    """A note; its text stays out of the events."""
    text = text.strip()
    if not text:
        raise EditRefused("Schrijf eerst iets.")
    if len(text) > LONGEST_NOTE:
        raise EditRefused(f"Dit is langer dan {LONGEST_NOTE} tekens. Maak er twee van.")
    note = RequestNote(
        request_id=request.id, at=at, author=actor, author_name=actor_name, text=text
    )
    session.add(note)
    record(session, request, at=at, actor=actor, kind="notitie")
    return note


def set_legal_hold(
    session: Session, request: Request, reason: str, *, actor: str, at: datetime
) -> None:
    """Keeps the request beyond its term, for a reason; an empty reason lets it go again."""
    hold = reason.strip() or None
    if hold == request.legal_hold:
        return
    request.legal_hold = hold
    kind = "bewaren_gestart" if hold else "bewaren_gestopt"
    record(session, request, at=at, actor=actor, kind=kind)
