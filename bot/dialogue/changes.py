"""Finding the answer a parent wants to change, and what falls with it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.dialogue.model import Answers, Form, Question, State

_WORD = re.compile(r"[a-zà-ÿ]{2,}")
# Words that point to no answer, also where they begin its label: "wat" in "Wat er is gebeurd".
_EMPTY = frozenset(
    "van het een de er is in of te om bij haar zijn iets wil ook nog graag wijzig wijzigen verander "
    "veranderen klopt niet moet anders fout verkeerd naar die dat dit wat wie waar waarom wanneer "
    "hoe welke over".split()
)
# How people call what the labels call otherwise.
_SAME = {
    "mijn": "uw",
    "kind": "leerling",
    "zoon": "leerling",
    "dochter": "leerling",
    "mail": "emailadres",
    "email": "emailadres",
    "mailadres": "emailadres",
    "telefoon": "telefoonnummer",
    "nummer": "telefoonnummer",
    "mobiel": "telefoonnummer",
    "geboortedag": "geboortedatum",
    "verjaardag": "geboortedatum",
}


def find_question(form: Form, state: State, wish: str, today: date) -> Question | None:
    """The answered question whose label shares most words with the wish; None when that is a draw."""
    words = _words(wish)
    scored = [
        (len(words & _words(question.label)), question)
        for question in form.questions(state.answers, today)
        if question.key in state.answers
    ]
    best = max((score for score, _ in scored), default=0)
    found = [question for score, question in scored if score == best]
    if best == 0 or words == {"uw"}:
        return None
    exact = [q for q in found if q.label.lower() in wish.lower()]
    candidates = exact or found
    return candidates[0] if len(candidates) == 1 else None


def cleared(form: Form, answers: Answers, key: str) -> dict[str, Any]:
    """The answers without this one and without those that hang on it."""
    stale = form.dependents(key) | {key}
    return {name: value for name, value in answers.items() if name not in stale}


def replaced(form: Form, answers: Answers, key: str, value: Any) -> dict[str, Any]:
    """The answers with a new value; when it differs, those that hung on the old one fall away."""
    if answers.get(key) in (None, value):
        return {**answers, key: value}
    return {**cleared(form, answers, key), key: value}


def _words(text: str) -> frozenset[str]:
    typed = _WORD.findall(text.lower().replace("-", ""))
    words = frozenset(_SAME.get(word, word) for word in typed) - _EMPTY
    # "Mijn zoon": not about the asker.
    return words - {"uw"} if "leerling" in words else words
