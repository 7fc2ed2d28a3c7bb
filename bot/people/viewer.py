"""Who is looking, and at which schools: everything in the office is asked of this."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import ColumnElement, false, true
from sqlalchemy.orm import InstrumentedAttribute

from bot.people.models import Account
from bot.people.roles import PERMISSIONS


@dataclass(frozen=True, slots=True)
class Scope:
    """`everywhere` is the whole board, also what belongs to no school yet."""

    everywhere: bool = False
    schools: frozenset[uuid.UUID] = frozenset()

    def holds(self, school_id: uuid.UUID | None) -> bool:
        return self.everywhere or school_id in self.schools

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.schools)

    @property
    def places(self) -> frozenset[uuid.UUID | None]:
        """The schools by id, or None alone for the whole board: where a line of a log belongs."""
        return frozenset({None}) if self.everywhere else frozenset(self.schools)

    def filter(self, column: InstrumentedAttribute) -> ColumnElement[bool]:
        """The condition that keeps other schools' rows out of a query."""
        if self.everywhere:
            return true()
        return column.in_(self.schools) if self.schools else false()


@dataclass(frozen=True, slots=True)
class Viewer:
    """One signed-in person."""

    account_id: uuid.UUID
    name: str
    email: str
    scopes: dict[str, Scope]

    @property
    def actor(self) -> str:
        """How events and logs name this person."""
        return str(self.account_id)

    def scope(self, permission: str) -> Scope:
        return self.scopes.get(permission, Scope())

    def may(self, permission: str, school_id: uuid.UUID | None) -> bool:
        return self.scope(permission).holds(school_id)

    def has(self, permission: str) -> bool:
        """Anywhere at all?"""
        return bool(self.scope(permission))


def viewer_of(account: Account) -> Viewer:
    """What this account's memberships add up to."""
    found: dict[str, Scope] = {}
    for membership in account.memberships:
        for permission in PERMISSIONS.get(membership.role, ()):
            scope = found.get(permission, Scope())
            if membership.school_id is None:
                scope = Scope(everywhere=True, schools=scope.schools)
            else:
                scope = Scope(scope.everywhere, scope.schools | {membership.school_id})
            found[permission] = scope
    return Viewer(account.id, account.name, account.email, found)
