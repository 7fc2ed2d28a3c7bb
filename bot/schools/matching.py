"""Which school a parent means by what was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.parsing.clean import plain
from bot.schools.models import School

_BETWEEN = re.compile(r"[^\w]+")


def match_school(session: Session, typed: str) -> School | None:
    """The only school there is, else the one whose name or city and name fits; None in doubt."""
    schools = session.scalars(select(School)).all()
    if len(schools) == 1:
        return schools[0]
    return _by_name(schools, _words(typed))


def _by_name(schools: Sequence[School], typed: str) -> School | None:
    if len(typed.strip()) < 3:
        return None
    names = [(school, _words(school.name)) for school in schools]
    same = [school for school, name in names if name == typed]
    inside = [school for school, name in names if name in typed or typed in name]
    fitting = same or inside
    return fitting[0] if len(fitting) == 1 else None


def _words(text: str) -> str:
    # With a space around each word: De Ster is not meant by whoever types De Sterrenwacht.
    return f" {' '.join(_BETWEEN.split(plain(text)))} ".replace("  ", " ")
