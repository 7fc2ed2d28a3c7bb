"""A school, and requests that are filed with it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from bot.handling.moves import MOVES
from bot.handling.perform import Doing, draft, perform
from bot.requests.models import Request
from bot.schools.models import School
from tests.support.requests import NOW, answers_for, file

TODAY = date(2026, 11, 23)
STATUS = "http://127.0.0.1:8080/status"


def make_school(session: Session, slug: str = "regenboog", **changed) -> School:
    values = {
        "slug": slug,
        "name": "De Regenboog",
        "street": "Kerklaan 1",
        "postcode": "3512 AB",
        "city": "Utrecht",
        "phone": "030-1234567",
        "email": f"info@{slug}.example",
        "fg_name": "Fatima Bakker",
        "fg_email": "fg@bestuur.example",
        "letterhead": {},
        "office_hours": [],
        "created_at": NOW,
    }
    school = School(**(values | changed))
    session.add(school)
    session.flush()
    return school


def file_at(session: Session, school: School, kind: str = "inzage", **changed) -> Request:
    """A request of this kind at this school; other arguments change the answers."""
    key = f"{kind}:{school.slug}:{len(changed)}:{sorted(changed.items())}"
    answers = answers_for(kind, **({"school": school.name} | changed))
    request = file(session, kind=kind, filing_key=key, answers=answers).request
    request.school_id = school.id
    session.flush()
    return request


def doing(request: Request, move: str, *, day: date = TODAY, **changed) -> Doing:
    values = {
        "move": MOVES[move],
        "actor": "a-colleague",
        "at": datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        "day": day,
        "version": request.version,
        "status_address": STATUS,
    }
    return Doing(**(values | changed))


def do(session: Session, request: Request, move: str, note: str = "Omdat.", **changed):
    """Previews and makes a move, as the office does; returns the letter, if there is one."""
    step = doing(request, move, **changed)
    text = draft(session, request, step, note) if step.move.letter else None
    return perform(session, request, step, text)
