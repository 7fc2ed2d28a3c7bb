"""The last day for an answer: Verordening (EEG, Euratom) 1182/71 artikel 3, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.calendar_nl import why_not_working
from bot.dutch import MONTHS, date_nl
from bot.months import add_months
from bot.requests.pauses import Pause, paused_days
from bot.requests.terms import Term


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the count: the rule's name, the day it leads to, and why (a Dutch clause)."""

    rule: str
    day: date
    why_nl: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """`steps` begin with the receipt and the term; the last one leads to `last_day`."""

    last_day: date
    steps: tuple[Step, ...]


def received_on(moment: datetime, timezone: ZoneInfo) -> date:
    """The date of receipt as the school's calendar shows it."""
    if moment.tzinfo is None:
        raise ValueError("a moment of receipt needs a time zone")
    return moment.astimezone(timezone).date()


def answer_by(received: date, term: Term, pauses: Sequence[Pause] = ()) -> Deadline:
    """The last day on which the school may answer what it received on that day.

    Only pauses that have ended move it: of one that still runs nobody knows the length.
    """
    steps = [_receipt(received), _count(received, term)]
    end = steps[-1].day
    if term.unit == "maand" and end.day != received.day:
        steps.append(_short_month(received, end))
    steps.extend(_paused(end, pauses))
    steps.extend(_roll_over(steps[-1].day))
    return Deadline(last_day=steps[-1].day, steps=tuple(steps))


def _receipt(received: date) -> Step:
    # Verordening 1182/71 artikel 3 lid 1: the day of the event itself is not counted.
    return Step("ontvangst", received, "de dag van ontvangst telt niet mee")


def _count(received: date, term: Term) -> Step:
    why = f"de school heeft {term.words_nl} om te antwoorden ({term.source_nl})"
    if term.unit == "week":
        # Artikel 3 lid 2 onder c: the same day of the week, in the last week.
        return Step("weken", received + timedelta(weeks=term.count), why)
    return Step("maanden", add_months(received, term.count), why)


def _short_month(received: date, end: date) -> Step:
    why = f"{MONTHS[end.month - 1]} {end.year} heeft geen {received.day}e dag"
    return Step("laatste_dag_van_de_maand", end, why)


def _paused(end: date, pauses: Sequence[Pause]) -> list[Step]:
    # AVG artikel 12 lid 6, as the EDPB reads it in Richtsnoeren 01/2022: while the requester does
    # not answer a question about identity that was asked at once, the term does not run.
    steps: list[Step] = []
    for pause in pauses:
        days = paused_days((pause,))
        if pause.last is None or not days:
            continue
        end += timedelta(days=days)
        length = "1 dag" if days == 1 else f"{days} dagen"
        why = (
            f"de termijn stond {length} stil ({date_nl(pause.first)} tot {date_nl(pause.last)}), "
            "omdat de school moest weten wie u bent (AVG artikel 12 lid 6)"
        )
        steps.append(Step("stilstand", end, why))
    return steps


def _roll_over(end: date) -> list[Step]:
    # Artikel 3 lid 4: a Saturday, Sunday or holiday moves the end to the next working day.
    steps: list[Step] = []
    while (reason := why_not_working(end)) is not None:
        rule = "weekend" if end.weekday() >= 5 else "feestdag"
        why = f"{date_nl(end)} is {reason}"
        end += timedelta(days=1)
        steps.append(Step(rule, end, why))
    return steps
