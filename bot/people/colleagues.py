"""The people of a school, by name: to give work to, and to show who did something."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from bot.parsing.clean import plain
from bot.people.models import Account, Membership
from bot.people.roles import ANSWER_QUESTIONS, PERMISSIONS, WORK_REQUESTS

_OTHERS_NL = {
    "aanvrager": "de aanvrager",
    "bezoeker": "de bezoeker",
    "systeem": "het systeem",
    "onbekend": "onbekend",
}


def who_can_work(session: Session, school_id: uuid.UUID | None) -> list[Account]:
    """Who may work a request of this school, by name."""
    return who_may(session, WORK_REQUESTS, school_id)


def who_can_answer(session: Session, school_id: uuid.UUID | None) -> list[Account]:
    """Who may have a conversation of this school, by name."""
    return who_may(session, ANSWER_QUESTIONS, school_id)


def who_may(session: Session, permission: str, school_id: uuid.UUID | None) -> list[Account]:
    """Without a school: only who works for the whole board."""
    roles = [role for role, granted in PERMISSIONS.items() if permission in granted]
    schools: list[ColumnElement[bool]] = [Membership.school_id.is_(None)]
    if school_id is not None:
        schools.append(Membership.school_id == school_id)
    query = (
        select(Account)
        .join(Membership)
        .where(Membership.role.in_(roles), or_(*schools))
        .where(Account.disabled_at.is_(None))
        .distinct()
    )
    return sorted(session.scalars(query), key=lambda one: plain(one.name))


def names_of(session: Session, actors: Iterable[str]) -> dict[str, str]:
    """Actor -> a name to show."""
    ids = {actor: _identifier(actor) for actor in set(actors)}
    wanted = [identifier for identifier in ids.values() if identifier is not None]
    rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(wanted)))
    known = {row.id: row.name for row in rows}
    return {
        actor: known.get(identifier, "een oud-collega") if identifier else _other(actor)
        for actor, identifier in ids.items()
    }


def _other(actor: str) -> str:
    if actor.startswith("api:"):
        return f"koppeling “{actor.removeprefix('api:')}”"
    return _OTHERS_NL.get(actor, actor)


def _identifier(actor: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(actor)
    except ValueError:
        return None
