"""The last check of a form's answers, right before they are filed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.parsing.outcome import Parsed, Problem
from bot.requests.fields import Field, fields_for


class AnswersRefused(ValueError):
    """Answers are missing, unknown or unreadable. Names the fields, never what was answered."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(f"these answers cannot be filed: {', '.join(keys)}")
        self.keys = keys


def check_answers(
    kind: str, answers: Mapping[str, str | date | None], today: date
) -> dict[str, Any]:
    """The answers as values; what was skipped is left out.

    Takes what the parsers gave back, dates also in ISO form. Answers to questions that this kind
    does not ask are refused: they would be kept without a purpose (AVG artikel 5 lid 1 onder c).
    """
    given = {key: value for key, value in answers.items() if value not in (None, "")}
    relation = given.get("relation")
    fields = {field.key: field for field in fields_for(kind, _text(relation))}
    wrong = [key for key in given if key not in fields]
    wrong += [key for key, field in fields.items() if key not in given and not field.optional]
    values: dict[str, Any] = {}
    for key in given.keys() & fields.keys():
        outcome = _read(fields[key], _text(given[key]) or "", today)
        if isinstance(outcome, Problem):
            wrong.append(key)
        else:
            values[key] = outcome.value
    if wrong:
        raise AnswersRefused(tuple(sorted(wrong)))
    return values


def _read(field: Field, text: str, today: date) -> Parsed[Any] | Problem:
    outcome = field.parse(text, today)
    if isinstance(outcome, Problem) and outcome.as_typed is not None:
        # The form asked about it and the parent insisted.
        return Parsed(outcome.as_typed)
    return outcome


def _text(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
