"""The date that follows from a rule, and how to tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.dutch import date_nl
from bot.months import add_months
from bot.retention.rules import Force, Rule, Unit

# Wet op het primair onderwijs artikel 1: a school year runs from 1 August to 31 July.
_SCHOOL_YEAR_ENDS = (7, 31)


@dataclass(frozen=True)
class Moment:
    """A day, and how exactly the parent named it: `dag`, `maand` or `jaar`."""

    day: date
    precision: str = "dag"


def last_day(rule: Rule, start: date) -> date:
    """The day the period of `rule` ends; `rule` must have a period."""
    assert rule.amount is not None
    match rule.unit:
        case Unit.WEEKS:
            return start + timedelta(weeks=rule.amount)
        case Unit.MONTHS:
            return add_months(start, rule.amount)
        case Unit.YEARS:
            return add_months(start, 12 * rule.amount)
        case Unit.SCHOOL_YEARS:
            return _end_of_school_year(start, rule.amount)
    raise ValueError(f"no unit in rule {rule.kind}")


def explain(rule: Rule, moment: Moment | None, today: date) -> str:
    """What a parent reads: the date, the rule behind it and what it means today."""
    if rule.amount is None or rule.start is None or moment is None:
        return f"{rule.note}\n\nDe regel: {rule.source}."
    end = last_day(rule, moment.day)
    parts = [_outcome(rule, end), _counting(rule, moment), _today(rule, end, today), rule.note]
    return "\n\n".join(part for part in [*parts, f"De regel: {rule.source}."] if part)


def _outcome(rule: Rule, end: date) -> str:
    match rule.force:
        case Force.AT_LEAST:
            return f"{rule.title}: de school bewaart dit minstens tot {date_nl(end)}."
        case Force.AT_MOST:
            return f"{rule.title}: dit blijft hooguit bewaard tot {date_nl(end)}."
        case _:
            return f"{rule.title}: meestal is dit uiterlijk op {date_nl(end)} vernietigd."


def _counting(rule: Rule, moment: Moment) -> str:
    assert rule.start is not None
    begin = (
        f"Zo reken ik: {rule.amount} {_unit(rule)} na {rule.start.label} ({date_nl(moment.day)})."
    )
    if moment.precision == "dag":
        return begin
    return f"{begin} U noemde geen dag, dus ik neem de laatste dag van die {_period(moment)}."


def _period(moment: Moment) -> str:
    return (
        "maand" if moment.precision == "maand" else "periode: 31 juli, het einde van het schooljaar"
    )


def _unit(rule: Rule) -> str:
    if rule.unit == Unit.SCHOOL_YEARS:
        return "heel schooljaar"
    return str(rule.unit)


def _today(rule: Rule, end: date, today: date) -> str:
    if end >= today:
        return ""
    if rule.force == Force.AT_LEAST:
        return (
            "Die tijd is voorbij. De school mag het nu vernietigen, en moet dat als zij het niet "
            "meer nodig heeft."
        )
    return "Die tijd is voorbij. U kunt de school vragen of het echt is vernietigd."


def _end_of_school_year(start: date, following: int) -> date:
    month, day = _SCHOOL_YEAR_ENDS
    year = start.year if start <= date(start.year, month, day) else start.year + 1
    return date(year + following, month, day)
