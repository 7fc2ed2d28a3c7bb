"""A request on one page, for somebody of the office who files for a parent.

The questions, their order, their texts and the law in between are those of the chat's form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.dialogue.model import SKIPPED
from bot.dialogue.question import PlainQuestion
from bot.parsing.outcome import Parsed
from bot.requests.fields import FIELDS
from bot.requests.form import RequestForm, standing_of

# The chat says "uw" to the parent; here somebody else reads it.
_LABELS = {
    "requester_name": "Naam van de aanvrager",
    "requester_email": "E-mailadres van de aanvrager",
    "requester_phone": "Telefoonnummer van de aanvrager",
    "statement": "Zienswijze",
    "situation": "Reden van het bezwaar",
    "consent": "Toestemming die wordt ingetrokken",
    "wish": "Wat de aanvrager van de school wil",
    "standing": "Hoe de aanvrager dit mag vragen",
    "child_name": "Naam van de leerling",
    "child_birth_date": "Geboortedatum van de leerling",
}
_LONG = frozenset(
    ("subject", "correction", "statement", "reason", "situation", "consent", "details", "wish")
)
_INSIST = "_toch"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as a field. `may_insist`: what was typed is taken when its box is ticked."""

    key: str
    label: str
    hint: str
    typed: str
    optional: bool
    is_long: bool
    options: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    may_insist: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """`answers` holds what could be read; `refusal` says why it cannot be filed at all."""

    kind: str
    asked: tuple[Asked, ...]
    answers: dict[str, Any] = field(repr=False)
    explanation: str = ""
    refusal: str = ""

    @property
    def is_complete(self) -> bool:
        return not self.refusal and not any(one.problem for one in self.asked)

    @property
    def summary(self) -> list[tuple[str, str]]:
        """Label and value of every answer, in order."""
        questions = {one.key: one for one in RequestForm().questions(self.answers, date.min)}
        return [
            (one.label, questions[one.key].show(self.answers[one.key]))
            for one in self.asked
            if self.answers.get(one.key) not in (None, SKIPPED)
        ]


def fill(kind: str, typed: Mapping[str, str], today: date, *, judge: bool = True) -> Filled:
    """Reads what was typed. Without `judge` nothing is called wrong yet: a form just opened."""
    form = RequestForm()
    answers: dict[str, Any] = {"kind": kind}
    asked: list[Asked] = []
    while (question := _next(form.questions(answers, today), asked)) is not None:
        one = _ask(question, typed, answers, today)
        asked.append(one if judge else _unjudged(one))
    found = standing_of(answers, today)
    refusal = form.refusal(answers, today) if judge else None
    explanation = found.explanation_nl if found is not None and not refusal else ""
    return Filled(kind, tuple(asked), answers, explanation, refusal or "")


def _next(questions: Sequence[PlainQuestion], asked: Sequence[Asked]) -> PlainQuestion | None:
    done = {"kind", *(one.key for one in asked)}
    return next((question for question in questions if question.key not in done), None)


def _ask(
    question: PlainQuestion, typed: Mapping[str, str], answers: dict[str, Any], today: date
) -> Asked:
    key, text = question.key, typed.get(question.key, "").strip()
    if not text and question.optional:
        answers[key] = SKIPPED
        return _field(question, text)
    outcome = question.parse(text, today)
    if isinstance(outcome, Parsed):
        answers[key] = outcome.value
        return _field(question, text)
    if outcome.as_typed is not None and typed.get(key + _INSIST):
        answers[key] = outcome.as_typed
        return _field(question, text, may_insist=True)
    return _field(
        question, text, problem=outcome.message_nl, may_insist=outcome.as_typed is not None
    )


def _field(
    question: PlainQuestion, typed: str, *, problem: str = "", may_insist: bool = False
) -> Asked:
    return Asked(
        key=question.key,
        label=_LABELS.get(question.key, question.label),
        hint=question.help if problem else "",
        typed=typed,
        optional=question.optional,
        is_long=question.key in _LONG,
        options=_options(question),
        problem=problem,
        may_insist=may_insist,
    )


def _unjudged(one: Asked) -> Asked:
    return Asked(one.key, one.label, "", one.typed, one.optional, one.is_long, one.options)


def _options(question: PlainQuestion) -> tuple[tuple[str, str], ...]:
    if question.key in FIELDS:
        return tuple((choice.value, choice.title_nl) for choice in FIELDS[question.key].choices)
    # How this asker may ask: the buttons of the chat, without the one that stops.
    buttons = question.spoken.buttons if question.spoken else ()
    return tuple((b["payload"], b["title"]) for b in buttons if not b["payload"].startswith("/"))
