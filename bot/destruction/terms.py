"""How long closed requests are kept, per kind, and what happens then.

The law names no term (AVG artikel 5 lid 1 onder e): the school sets one and can tell why.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.parsing.numbers import whole_number
from bot.requests.kinds import KINDS
from bot.requests.models import RetentionTerm

DELETE, ANONYMISE = "verwijderen", "anonimiseren"
ACTIONS_NL = {
    DELETE: "alles verwijderen",
    ANONYMISE: "namen en inhoud verwijderen, tellen blijft mogelijk",
}
SHORTEST_MONTHS, LONGEST_MONTHS = 1, 240


@dataclass(frozen=True, slots=True)
class Term:
    """Counted from the day of closing."""

    months: int
    action: str


# Long enough for a complaint about the answer and for the court, short enough to be forgotten.
STANDARD = Term(24, ANONYMISE)


class TermRefused(ValueError):
    """This term cannot be stored; the text says why, in Dutch."""


def load_terms(session: Session) -> dict[str, Term]:
    """A term for every kind: the board's own, else the standard one."""
    own = {row.kind: Term(row.months, row.action) for row in session.scalars(select(RetentionTerm))}
    return {kind: own.get(kind, STANDARD) for kind in KINDS}


def save_term(session: Session, kind: str, months: str, action: str) -> None:
    """Raises TermRefused."""
    if kind not in KINDS or action not in ACTIONS_NL:
        raise TermRefused("Deze keuze bestaat niet.")
    count = whole_number(months)
    if count is None or not SHORTEST_MONTHS <= count <= LONGEST_MONTHS:
        raise TermRefused(f"Kies {SHORTEST_MONTHS} tot en met {LONGEST_MONTHS} maanden.")
    session.merge(RetentionTerm(kind=kind, months=count, action=action))
    session.flush()
