"""Files a request: once, whole, with its deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.age import age_on
from bot.requests.answers import check_answers
from bot.requests.deadline_text import steps_to_json
from bot.requests.deadlines import answer_by, received_on
from bot.requests.events import record
from bot.requests.fields import PERSON_KEYS
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.references import new_reference
from bot.requests.standing import standing as standing_of
from bot.requests.workflow import RECEIVED
from bot.schools.matching import match_school
from bot.schools.models import School
from bot.settings import Settings

# One in 1.8 * 10**12 is taken by chance; this often in a row means the generator is broken.
_REFERENCE_TRIES = 5


class NotEntitled(ValueError):
    """The asker may not file this in the way given; the form should have stopped before."""


@dataclass(frozen=True, slots=True)
class Filed:
    """`created` is False when this filing key had been filed before."""

    request: Request
    created: bool


def file_request(
    session: Session,
    *,
    filing_key: str,
    kind: str,
    answers: Mapping[str, str | date | None],
    standing: str,
    conversation_id: str | None,
    now: datetime,
    settings: Settings,
    filed_by: str = "aanvrager",
    page_of: School | None = None,
) -> Filed:
    """Adds the request and its first event, or finds what this key filed earlier.

    `filed_by`: who typed it; an account's id when the office did so for the requester.
    `page_of`: the school on whose page it was filed, meant before another of the same name.

    Raises AnswersRefused or NotEntitled before anything is written. The caller commits.
    """
    earlier = _filed_before(session, filing_key)
    if earlier is not None:
        return Filed(earlier, created=False)
    school = _school(session, str(answers.get("school") or ""), page_of)
    columns = _columns(kind, answers, standing, now, _rules_of(school, settings))
    columns["school_id"] = school.id if school else None
    columns |= {"filing_key": filing_key, "conversation_id": conversation_id}
    for _ in range(_REFERENCE_TRIES):
        try:
            return Filed(_insert(session, columns, now, filed_by), created=True)
        except IntegrityError:
            # Another process filed this key in the meantime, or the reference was taken.
            earlier = _filed_before(session, filing_key)
            if earlier is not None:
                return Filed(earlier, created=False)
    raise RuntimeError("no free reference found; the request is not filed")


def _school(session: Session, named: str, page_of: School | None) -> School | None:
    return page_of if page_of and page_of.name == named else match_school(session, named)


def _filed_before(session: Session, filing_key: str) -> Request | None:
    return session.scalar(select(Request).where(Request.filing_key == filing_key))


def _insert(session: Session, columns: dict[str, Any], now: datetime, filed_by: str) -> Request:
    with session.begin_nested():
        request = Request(reference=new_reference(), **columns)
        session.add(request)
        session.flush()
        record(session, request, at=now, actor=filed_by, kind="ontvangen", data={})
    return request


def _rules_of(school: School | None, settings: Settings) -> Settings:
    if school is None:
        return settings
    return replace(settings, complaint_term_weeks=school.complaint_term_weeks)


def _columns(
    kind: str,
    answers: Mapping[str, str | date | None],
    standing: str,
    now: datetime,
    settings: Settings,
) -> dict[str, Any]:
    received = received_on(now, settings.timezone)
    values = check_answers(kind, answers, received)
    _check_standing(kind, values, standing, received)
    term = KINDS[kind].term(settings)
    deadline = answer_by(received, term)
    person = {key: values.get(key) for key in PERSON_KEYS}
    # A pupil who asks was asked for one name only.
    person["requester_name"] = person["requester_name"] or person["child_name"]
    return person | {
        "kind": kind,
        "state": RECEIVED,
        "standing": standing,
        "received_at": now,
        "received_on": received,
        "due_on": deadline.last_day,
        "due_steps": steps_to_json(deadline),
        "complaint_term_weeks": term.count if term.unit == "week" else None,
        "details": {key: value for key, value in values.items() if key not in PERSON_KEYS},
        "created_at": now,
        "updated_at": now,
    }


def _check_standing(kind: str, values: dict[str, Any], standing: str, today: date) -> None:
    birth_date = values.get("child_birth_date")
    age = age_on(birth_date, today) if birth_date else None
    if standing not in standing_of(kind, values["relation"], age).ways:
        raise NotEntitled("this relation and age do not allow filing with this standing")
