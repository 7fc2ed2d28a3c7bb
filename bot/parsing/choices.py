"""Closed questions: recognises an option in the words people choose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.parsing.clean import plain
from bot.parsing.outcome import Outcome, Parsed, Parser, Problem


@dataclass(frozen=True, slots=True)
class Choice:
    """An option; `wordings` is a pattern over plain text that means it."""

    value: str
    title_nl: str
    wordings: str


def match_value(text: str, choices: Sequence[Choice]) -> str | None:
    """The option whose value or title was typed or clicked."""
    typed = plain(text).strip(" .!")
    return next((c.value for c in choices if typed in (c.value, plain(c.title_nl))), None)


def choice_parser(question_nl: str, choices: Sequence[Choice]) -> Parser:
    """A parser for these options; it asks again when none or several of them fit."""

    def parse(text: str, today: date) -> Outcome[str]:
        exact = match_value(text, choices)
        if exact is not None:
            return Parsed(exact)
        typed = plain(text)
        fitting = [c.value for c in choices if re.search(rf"\b(?:{c.wordings})\b", typed)]
        return Parsed(fitting[0]) if len(fitting) == 1 else unclear(question_nl, choices)

    return parse


def unclear(question_nl: str, choices: Sequence[Choice]) -> Problem:
    """Asks the question with its options."""
    options = tuple((choice.value, choice.title_nl) for choice in choices)
    return Problem("keuze_onduidelijk", question_nl, options=options)


YES_OR_NO = (
    Choice("ja", "Ja", r"ja|jawel|jazeker|graag|yes|zeker|klopt|wel een kopie|met kopie|doe maar"),
    Choice("nee", "Nee", r"nee|neen|nee dank|niet|geen|no|hoeft niet|zonder kopie|alleen inzien"),
)
