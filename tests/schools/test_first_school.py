"""A fresh installation has one school, made from its settings and made once."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from bot.schools.first_school import ensure_school
from bot.schools.models import School
from tests.support.office import make_school
from tests.support.requests import NOW, SETTINGS

HERE = replace(
    SETTINGS,
    school_name="De Regenboog",
    school_phone="030-1234567",
    school_email=None,
    complaint_term_weeks=6,
)


def test_it_is_made_from_the_settings_and_once(session) -> None:
    school = ensure_school(session, HERE, NOW)
    assert (school.name, school.slug) == ("De Regenboog", "de-regenboog")
    assert (school.phone, school.email, school.complaint_term_weeks) == ("030-1234567", "", 6)
    assert school.office_hours[0] == ["08:30", "16:00"]
    assert ensure_school(session, HERE, NOW) is None
    assert len(session.scalars(select(School)).all()) == 1


def test_a_board_with_schools_of_its_own_gets_none(session) -> None:
    make_school(session)
    assert ensure_school(session, HERE, NOW) is None
