"""Which school a parent means: the right one, or none in doubt; never a wrong one."""

from __future__ import annotations

import pytest

from bot.schools.matching import match_school
from tests.support.office import make_school

SCHOOLS = {
    "ster": "De Ster",
    "regenboog": "De Regenboog",
    "jan-a": "Sint-Jan Amersfoort",
    "jan-b": "Sint-Jan Breda",
    "elan": "École Élan",
}


@pytest.fixture
def schools(session):
    return {slug: make_school(session, slug=slug, name=name) for slug, name in SCHOOLS.items()}


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("De Ster", "ster"),
        ("de ster", "ster"),
        ("ster", "ster"),
        ("Basisschool De Ster, Utrecht", "ster"),
        ("de regenboog (locatie noord)", "regenboog"),
        ("ecole elan", "elan"),
        ("sint jan breda", "jan-b"),
        ("  DE   STER  ", "ster"),
    ],
)
def test_a_school_is_found_as_parents_type_it(session, schools, typed: str, slug: str) -> None:
    assert match_school(session, typed) is schools[slug]


@pytest.mark.parametrize(
    "typed",
    [
        "De Sterrenwacht",
        "De Sterren",
        "Sint-Jan",
        "De Ster of De Regenboog",
        "Het Kompas",
        "de",
        "",
        "-",
        "regenboogschool",
    ],
)
def test_in_doubt_no_school_gets_it(session, schools, typed: str) -> None:
    assert match_school(session, typed) is None


def test_the_only_school_is_always_meant(session) -> None:
    only = make_school(session)
    assert match_school(session, "iets heel anders") is only


def test_without_schools_there_is_none(session) -> None:
    assert match_school(session, "De Ster") is None
