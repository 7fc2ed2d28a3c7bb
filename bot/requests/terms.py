"""How long the school may take: a number of months or weeks, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Term:
    """`source_nl` is the rule as a parent reads it."""

    count: int
    unit: Literal["maand", "week"]
    source_nl: str

    @property
    def words_nl(self) -> str:
        number = "één" if self.count == 1 else str(self.count)
        plural = {"maand": "maanden", "week": "weken"}[self.unit]
        return f"{number} {self.unit if self.count == 1 else plural}"


# AVG artikel 12 lid 3: "binnen een maand na ontvangst van het verzoek".
ONE_MONTH = Term(1, "maand", "AVG artikel 12 lid 3")
# AVG artikel 12 lid 3: "met nog eens twee maanden verlengd", counted from the same receipt.
THREE_MONTHS = Term(3, "maand", "AVG artikel 12 lid 3, met verlenging")


def complaint_term(settings: Settings) -> Term:
    """The law names no term for a complaint (WPO artikel 14): the school's own rule does."""
    return complaint_weeks(settings.complaint_term_weeks)


def complaint_weeks(weeks: int) -> Term:
    return Term(weeks, "week", "klachtenregeling van de school")
