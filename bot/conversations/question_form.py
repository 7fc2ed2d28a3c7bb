"""question_form: a question left for the staff, with the address for the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.dialogue.model import Answers, Message
from bot.dialogue.question import PlainQuestion
from bot.parsing.email import parse_email
from bot.parsing.free_text import parse_story

_QUESTIONS = (
    PlainQuestion(
        key="text",
        label="Uw vraag",
        parser=parse_story,
        help="Schrijf in een paar zinnen wat u wilt weten. Noem liever geen namen.",
        free_text=True,
        holds_questions=True,
    ),
    PlainQuestion(
        key="email",
        label="Uw e-mailadres",
        parser=parse_email,
        help="Op dit adres krijgt u het antwoord, ook als u dan niet meer in de chat bent. U kunt ook "
        "zelf bellen of mailen.",
    ),
)


class QuestionForm:
    """Two questions, no summary: nothing here starts a legal clock."""

    name = "question_form"
    title = "het achterlaten van uw vraag"
    confirms = False

    def questions(self, answers: Answers, today: date) -> Sequence[PlainQuestion]:
        return _QUESTIONS

    def explanation(self, key: str, answers: Answers, today: date) -> str | None:
        return None

    def refusal(self, answers: Answers, today: date) -> str | None:
        return None

    def dependents(self, key: str) -> frozenset[str]:
        return frozenset()

    def prefill(self, message: Message, today: date) -> dict[str, Any]:
        return {}
