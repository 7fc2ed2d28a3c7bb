"""What any form says: stopping, changing, the summary, the ways out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bot.dialogue.model import SKIPPED, Answers, Form, Question, Say

Button = dict[str, str]

YES_NO: tuple[Button, ...] = (
    {"title": "Ja", "payload": "/bevestig"},
    {"title": "Nee", "payload": "/ontken"},
)
YES_NO_STOP: tuple[Button, ...] = (
    {"title": "Ja, stoppen", "payload": "/bevestig"},
    {"title": "Nee, verder gaan", "payload": "/ontken"},
)
WHICH_CHANGE = "Wat wilt u wijzigen?"
FIRST_QUESTION = "Dit is de eerste vraag, dus ik kan niet verder terug."
_VALUE = re.compile(
    r"\bmoet (?:het )?(?P<middle>.+?) (?:zijn|worden)\W*$"
    r"|(?:\b(?:is|moet zijn|wordt|naar|in)\b|:)\s*(?P<end>.+)$"
)


def stopped(form: Form) -> str:
    return f"Ik ben gestopt met {form.title}. Er is niets verstuurd en ik heb uw antwoorden gewist."


def sure_to_stop(form: Form) -> str:
    return f"Wilt u stoppen met {form.title}? Uw antwoorden worden dan gewist."


def finish_first(form: Form) -> str:
    return (
        f"U bent nog bezig met {form.title}. Maak dat eerst af, of typ ‘stop’. "
        "Daarna help ik u met het andere."
    )


def ways_out(question: Question) -> tuple[Button, ...]:
    """Skip where that is allowed, a person, or stop."""
    skip = ({"title": "Overslaan", "payload": "overslaan"},) if question.optional else ()
    return (
        *skip,
        {"title": "Ik wil een medewerker", "payload": "/medewerker"},
        {"title": "Stoppen", "payload": "/stop"},
    )


def option_buttons(options: Iterable[tuple[str, str]]) -> tuple[Button, ...]:
    return tuple({"title": title, "payload": value} for value, title in options)


def change_buttons(questions: Iterable[Question]) -> tuple[Button, ...]:
    return tuple(
        {"title": question.label, "payload": f"wijzig {question.label}"} for question in questions
    )


def value_in(wish: str, question: Question) -> str | None:
    """The new value in "de geboortedatum is 12 maart 2015", or None when only the label is there."""
    match = _VALUE.search(wish)
    return (match["middle"] or match["end"]).strip() if match else None


def summary(form: Form, answers: Answers, today: date) -> Say:
    """All answers in order, as text and as data (`samenvatting`) for a client that shows a card."""
    rows = [
        {"veld": question.key, "label": question.label, "waarde": _shown(question, answers)}
        for question in form.questions(answers, today)
        if question.key in answers
    ]
    lines = [f"- {row['label']}: {row['waarde']}" for row in rows]
    text = "\n".join([f"Dit is {form.title}, zoals ik het ga indienen:", *lines])
    return Say(text, custom={"samenvatting": rows})


def _shown(question: Question, answers: Answers) -> str:
    value = answers[question.key]
    return "niet ingevuld" if value == SKIPPED else question.show(value)
