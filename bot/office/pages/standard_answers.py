"""The texts that staff send often, for the whole board and for each school."""

from __future__ import annotations

import uuid

from sqlalchemy import or_, select
from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.conversations.models import StandardAnswer
from bot.conversations.standard_answers import TextRefused, save_standard_answer
from bot.people.roles import EDIT_TEMPLATES
from bot.schools.models import School
from bot.web.visit import NotFound, Visit, see_other

_ADDRESS = "/kantoor/standaardantwoorden"


def show(visit: Visit) -> Response:
    """GET lists; POST adds one."""
    return _save(visit, None) if visit.posted else _page(visit)


def change(visit: Visit) -> Response:
    found = visit.session.get(StandardAnswer, visit.identifier(visit.path("answer")))
    if found is None or not visit.viewer.may(EDIT_TEMPLATES, found.school_id):
        raise NotFound
    if visit.text("keuze") == "weg":
        visit.session.delete(found)
        _log(visit, "standaardantwoord_weggehaald", found.school_id)
        return see_other(_ADDRESS)
    return _save(visit, found)


def _page(visit: Visit, error: str = "") -> Response:
    """Everybody's can be read by all and changed by who works for the whole board."""
    scope = visit.viewer.scope(EDIT_TEMPLATES)
    seen = or_(StandardAnswer.school_id.is_(None), scope.filter(StandardAnswer.school_id))
    answers = visit.session.scalars(
        select(StandardAnswer).where(seen).order_by(StandardAnswer.title)
    ).all()
    schools = visit.session.scalars(
        select(School).where(scope.filter(School.id)).order_by(School.name)
    ).all()
    return visit.render(
        "standard_answers.html",
        status=422 if error else 200,
        error=error,
        answers=answers,
        schools=schools,
        school_names={school.id: school.name for school in schools},
        scope=scope,
        typed=visit.all_texts() if error else {},
    )


def _save(visit: Visit, answer: StandardAnswer | None) -> Response:
    chosen = visit.text("school")
    school_id = None if chosen in ("", "alle") else visit.identifier(chosen)
    if not visit.viewer.may(EDIT_TEMPLATES, school_id):
        raise NotFound
    try:
        save_standard_answer(
            visit.session,
            answer,
            school_id=school_id,
            title=visit.text("titel"),
            text=visit.text("tekst"),
            actor=visit.viewer.actor,
            now=visit.now,
        )
    except TextRefused as error:
        return _page(visit, str(error))
    _log(visit, "standaardantwoord_bewaard", school_id)
    return see_other(_ADDRESS)


def _log(visit: Visit, kind: str, school_id: uuid.UUID | None) -> None:
    log_office(
        visit.session, actor=visit.viewer.actor, kind=kind, at=visit.now, school_id=school_id
    )
