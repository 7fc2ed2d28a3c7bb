"""status_form and withdrawal_form: reference and e-mail address together, or nothing is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.dialogue.model import Answers, Message
from bot.dialogue.question import PlainQuestion
from bot.parsing.choices import YES_OR_NO, choice_parser
from bot.parsing.email import parse_email
from bot.parsing.outcome import Outcome, Parsed, Problem
from bot.requests.references import NO_REFERENCE_NL, find_reference, normalise

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _parse_reference(text: str, today: date) -> Outcome[str]:
    found = find_reference(text)
    if found is None and " " in text.strip() and not re.search(r"\d", text):
        return Problem("kenmerk_geen", NO_REFERENCE_NL)
    return found or normalise(text)


REFERENCE = PlainQuestion(
    key="reference",
    label="Kenmerk",
    parser=_parse_reference,
    help="Het kenmerk staat in het bericht dat u kreeg na het indienen. Bent u het kwijt? Vraag het "
    "dan aan de school.",
)
EMAIL = PlainQuestion(
    key="email",
    label="E-mailadres",
    parser=parse_email,
    help="Typ het adres dat u bij het indienen opgaf. Zo weten we zeker dat u het bent.",
)
SURE = PlainQuestion(
    key="sure",
    label="Zeker weten",
    parser=choice_parser("Wilt u het verzoek intrekken? Antwoord met ja of nee.", YES_OR_NO),
    help="Typ ja om in te trekken, of nee om niets te veranderen.",
)


class ReferenceForm:
    """What both forms share; what the message already holds is not asked."""

    confirms = False

    def __init__(self, name: str, title: str, *extra: PlainQuestion) -> None:
        self.name = name
        self.title = title
        self._questions = (REFERENCE, EMAIL, *extra)

    def questions(self, answers: Answers, today: date) -> Sequence[PlainQuestion]:
        return self._questions

    def explanation(self, key: str, answers: Answers, today: date) -> str | None:
        return None

    def refusal(self, answers: Answers, today: date) -> str | None:
        return None

    def dependents(self, key: str) -> frozenset[str]:
        return frozenset()

    def prefill(self, message: Message, today: date) -> dict[str, Any]:
        address = _ADDRESS.search(message.text)
        found = {
            "reference": find_reference(message.text),
            "email": parse_email(address.group(), today) if address else None,
        }
        return {k: outcome.value for k, outcome in found.items() if isinstance(outcome, Parsed)}


STATUS_FORM = ReferenceForm("status_form", "het opvragen van de stand")
WITHDRAWAL_FORM = ReferenceForm("withdrawal_form", "het intrekken van uw verzoek", SURE)
