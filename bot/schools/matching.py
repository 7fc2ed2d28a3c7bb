"""Which school a parent means by what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.parsing.clean import plain
from bot.schools.models import School


def match_school(session: Session, typed: str) -> School | None:
    """The only school there is, else the one whose name or city and name fits; None in doubt."""
    schools = session.scalars(select(School)).all()
    if len(schools) == 1:
        return schools[0]
    return _by_name(schools, plain(typed))


def _by_name(schools: Sequence[School], typed: str) -> School | None:
    if len(typed) < 3:
        return None
    same = [school for school in schools if plain(school.name) == typed]
    inside = [s for s in schools if plain(s.name) in typed or typed in plain(s.name)]
    fitting = same or inside
    return fitting[0] if len(fitting) == 1 else None
