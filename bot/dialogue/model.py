"""The words in which forms and turns are described."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from bot.parsing.outcome import Outcome

Answers = Mapping[str, Any]


class Question(Protocol):
    """One question of a form. `key` is also the name of its slot, without the form's prefix."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def optional(self) -> bool: ...
    @property
    def free_text(self) -> bool: ...
    @property
    def holds_questions(self) -> bool: ...
    @property
    def help(self) -> str: ...
    @property
    def spoken(self) -> Say | None:
        """The question itself, where its words follow from the answers; else the domain has them."""

    def parse(self, text: str, today: date) -> Outcome[Any]: ...
    def show(self, value: Any) -> str: ...


class Form(Protocol):
    """A row of questions that can depend on earlier answers."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def confirms(self) -> bool: ...
    def questions(self, answers: Answers, today: date) -> Sequence[Question]: ...
    def explanation(self, key: str, answers: Answers, today: date) -> str | None: ...
    def refusal(self, answers: Answers, today: date) -> str | None: ...
    def dependents(self, key: str) -> frozenset[str]: ...
    def prefill(self, message: Message, today: date) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Message:
    """What the parent sent. `intent` is a full question id or an intent; `certain`: no guess."""

    text: str
    intent: str | None = None
    certain: bool = False
    confidence: float = 0.0


# What a form waits for besides the answer to its question.
STOP, CHANGE, SUGGESTION = "stop", "change", "suggestion"


@dataclass(frozen=True)
class State:
    """Where a form stands between two messages; all of it is kept in slots."""

    answers: Answers = field(default_factory=dict)
    asked: str | None = None
    tries: int = 0
    waiting: str | None = None
    # What may have been meant, and what was typed where only we doubt it.
    suggestion: Any = None
    as_typed: Any = None


@dataclass(frozen=True)
class Say:
    """One message to the parent: a text, or the name of a response in the domain."""

    text: str | None = None
    response: str | None = None
    buttons: tuple[Mapping[str, str], ...] = ()
    custom: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Turn:
    """What follows from a message: first `say`, then the question.

    The question is either `ask`, the key of one whose words are in the domain, or `asking`.
    """

    state: State
    say: tuple[Say, ...] = ()
    ask: str | None = None
    asking: tuple[Say, ...] = ()
    done: bool = False
    stopped: bool = False
    side: str | None = None


CONFIRM = "confirm"
SKIPPED = "-"
