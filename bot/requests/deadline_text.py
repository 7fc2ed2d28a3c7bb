"""A deadline in words for the parent, and as JSON to keep beside the request."""

from __future__ import annotations

from datetime import date

from bot.dutch import date_nl, long_date_nl
from bot.requests.deadlines import Deadline, Step


def explain(deadline: Deadline) -> str:
    """Two sentences: when it came in and the term; then the last day, and what moved it."""
    receipt, count, *moved = deadline.steps
    last = f"de laatste dag is {long_date_nl(deadline.last_day)}"
    causes = _joined([step.why_nl for step in moved])
    second = f"{causes}, dus {last}." if causes else f"{last}."
    return f"Ontvangen op {date_nl(receipt.day)}; {count.why_nl}. {second[0].upper()}{second[1:]}"


def _joined(clauses: list[str]) -> str:
    if len(clauses) < 2:
        return "".join(clauses)
    return f"{', '.join(clauses[:-1])} en {clauses[-1]}"


def steps_to_json(deadline: Deadline) -> list[dict[str, str]]:
    return [
        {"rule": step.rule, "day": step.day.isoformat(), "why_nl": step.why_nl}
        for step in deadline.steps
    ]


def deadline_from_json(stored: list[dict[str, str]]) -> Deadline:
    """The deadline that `steps_to_json` stored."""
    steps = tuple(
        Step(item["rule"], date.fromisoformat(item["day"]), item["why_nl"]) for item in stored
    )
    return Deadline(last_day=steps[-1].day, steps=steps)
