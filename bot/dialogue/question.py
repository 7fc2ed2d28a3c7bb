"""A question as plain data: enough for every form we have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.dialogue.model import Say
from bot.parsing.outcome import Outcome, Parser


def as_typed(value: Any) -> str:
    return str(value)


@dataclass(frozen=True)
class PlainQuestion:
    """See `bot.dialogue.model.Question` for what each part is for."""

    key: str
    label: str
    parser: Parser
    help: str
    optional: bool = False
    free_text: bool = False
    holds_questions: bool = False
    shown: Callable[[Any], str] = as_typed
    spoken: Say | None = None

    def parse(self, text: str, today: date) -> Outcome[Any]:
        return self.parser(text, today)

    def show(self, value: Any) -> str:
        return self.shown(value)
