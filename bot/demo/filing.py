"""Files one invented request, as its parent would have in the chat."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.age import age_on
from bot.demo.asked import asked_for
from bot.demo.calendar import parents_moment, receipt_between, receipt_due_on
from bot.demo.courses import Batch
from bot.demo.names import invent_family
from bot.demo.schools import SCHOOLS, SECONDARY, SPECIAL, DemoSchool
from bot.requests.filing import file_request
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.standing import RELATIONS, standing
from bot.requests.terms import ONE_MONTH, complaint_weeks
from bot.settings import Settings

_KINDS_OFTEN = {
    "inzage": 38,
    "klacht": 14,
    "correctie": 12,
    "verwijderen": 10,
    "toestemming_intrekken": 10,
    "bezwaar": 7,
    "camerabeelden": 5,
    "zienswijze": 4,
}
_SCHOOLS_OFTEN = (9, 8, 3)
_RELATIONS_OFTEN = (70, 9, 6, 9, 6)
_PUPIL = RELATIONS.index("leerling")
_UNPLACED = ("de school aan de Dijkweg", "basisschool")


@dataclass(frozen=True, slots=True)
class Plan:
    """One request to make: what, at which school, received when."""

    number: int
    batch: Batch
    kind: str
    school: DemoSchool
    received: datetime


def plan_request(
    number: int, batch: Batch, place: int, *, now: datetime, rng: random.Random, settings: Settings
) -> Plan:
    """`place` counts the requests of this batch from 0."""
    weights = [_KINDS_OFTEN[kind] for kind in batch.kinds]
    kind = rng.choices(batch.kinds, weights=weights)[0]
    school = rng.choices(SCHOOLS, weights=_SCHOOLS_OFTEN)[0]
    today = now.astimezone(settings.timezone).date()
    if batch.due:
        due = today + timedelta(days=batch.due[place])
        term = complaint_weeks(school.complaint_weeks) if kind == "klacht" else ONE_MONTH
        day = receipt_due_on(due, term)
    else:
        day = receipt_between(today, batch.ages, rng)
    received = min(parents_moment(day, rng, settings), now - timedelta(minutes=rng.randint(5, 90)))
    return Plan(number, batch, kind, school, received)


def file_planned(
    session: Session, plan: Plan, *, rng: random.Random, settings: Settings
) -> Request:
    received = plan.received.astimezone(settings.timezone).date()
    born = _birth_date(plan.school, received, rng)
    age = age_on(born, received)
    relation = _relation(rng, age)
    answers = _answers(plan, relation, born, rng, received)
    return file_request(
        session,
        filing_key=f"demo:{plan.number}",
        kind=plan.kind,
        answers=answers,
        standing=standing(plan.kind, relation, age).ways[0],
        conversation_id=None,
        now=plan.received,
        settings=settings,
    ).request


def _answers(
    plan: Plan, relation: str, born: date, rng: random.Random, received: date
) -> dict[str, str | date | None]:
    family = invent_family(rng)
    is_pupil = relation == "leerling"
    answers: dict[str, str | date | None] = {
        "relation": relation,
        "child_name": family.child,
        "child_birth_date": born,
        "school": rng.choice(_UNPLACED) if plan.batch.unplaced else plan.school.name,
        "group": _group(plan.school, age_on(born, received), rng),
        "requester_name": None if is_pupil else family.adult,
        "requester_email": family.child_email if is_pupil else family.adult_email,
    }
    answers |= asked_for(plan.kind, rng, received)
    if "child_birth_date" not in KINDS[plan.kind].fields:
        del answers["child_birth_date"]
    return answers


def _birth_date(school: DemoSchool, received: date, rng: random.Random) -> date:
    youngest, oldest = school.ages
    return received - timedelta(days=rng.randint(youngest * 366, oldest * 365 + 300))


def _relation(rng: random.Random, age: int) -> str:
    # UAVG artikel 5 lid 3 en 4: below 12 a pupil cannot file this.
    weights = [
        0 if place == _PUPIL and age < 12 else often for place, often in enumerate(_RELATIONS_OFTEN)
    ]
    return rng.choices(RELATIONS, weights=weights)[0]


def _group(school: DemoSchool, age: int, rng: random.Random) -> str:
    if school.sector == SPECIAL:
        return f"groep {rng.choice(('blauw', 'groen', 'geel'))}"
    if school.sector == SECONDARY:
        return f"{rng.choice(('vmbo', 'havo', 'vwo'))} {min(max(age - 11, 1), 4)}"
    return f"groep {min(max(age - 3, 1), 8)}"
