"""The schools of the board and what is set for each."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.people.roles import EDIT_TEMPLATES, MANAGE_SCHOOLS
from bot.schools.editing import (
    DAYS_NL,
    TEXT_FIELDS,
    SchoolRefused,
    add_holiday,
    change_school,
    create_school,
)
from bot.schools.models import School, SchoolHoliday
from bot.web.visit import NotFound, Visit, see_other


def all_schools(visit: Visit) -> Response:
    scope = visit.viewer.scope(EDIT_TEMPLATES)
    query = select(School).where(scope.filter(School.id)).order_by(School.name)
    return visit.render(
        "schools.html",
        schools=visit.session.scalars(query).all(),
        manages=visit.viewer.scope(MANAGE_SCHOOLS),
    )


def new(visit: Visit) -> Response:
    if not visit.posted:
        return visit.render("school_new.html", error="")
    try:
        school = create_school(visit.session, visit.text("name", longest=200), visit.now)
    except SchoolRefused as error:
        return visit.render("school_new.html", status=422, error=str(error))
    _log(visit, school, "school_gemaakt", {})
    return see_other(f"/kantoor/school/{school.slug}")


def edit(visit: Visit) -> Response:
    school: School = visit.subject
    if not visit.posted:
        return _page(visit)
    try:
        changed = change_school(school, visit.all_texts())
    except SchoolRefused as error:
        return _page(visit, error=str(error))
    if changed:
        _log(visit, school, "school_gewijzigd", {"fields": sorted(changed)})
    return see_other("/kantoor/scholen")


def holiday(visit: Visit) -> Response:
    school: School = visit.subject
    if visit.text("weg"):
        found = visit.session.get(SchoolHoliday, visit.identifier(visit.text("weg")))
        if found is None or found.school_id != school.id:
            raise NotFound
        school.holidays.remove(found)
    else:
        try:
            add_holiday(
                visit.session,
                school,
                visit.text("naam", longest=60),
                visit.text("eerste"),
                visit.text("laatste"),
            )
        except SchoolRefused as error:
            return _page(visit, error=str(error))
    _log(visit, school, "vakanties_gewijzigd", {})
    return see_other(f"/kantoor/school/{school.slug}#vakanties")


def _page(visit: Visit, error: str = "") -> Response:
    return visit.render(
        "school.html",
        status=422 if error else 200,
        error=error,
        school=visit.subject,
        fields=TEXT_FIELDS,
        days=DAYS_NL,
        # What was typed stays on the page when it was refused.
        typed=visit.form if error else None,
    )


def _log(visit: Visit, school: School, kind: str, data: dict[str, list[str]]) -> None:
    log_office(
        visit.session,
        actor=visit.viewer.actor,
        kind=kind,
        at=visit.now,
        school_id=school.id,
        data=dict(data),
    )
