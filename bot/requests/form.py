"""request_form: the questions of the eight kinds, with the law on who may ask in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bot.age import age_on
from bot.dialogue.model import SKIPPED, Answers, Message, Say
from bot.dialogue.question import PlainQuestion
from bot.dutch import date_nl
from bot.parsing.choices import Choice, choice_parser
from bot.parsing.outcome import Outcome, Parsed, Parser, Problem
from bot.requests.fields import FIELDS, Field, fields_for
from bot.requests.form_help import HELP
from bot.requests.kinds import KINDS, KINDS_BY_INTENT
from bot.requests.standing import Standing, standing

_KIND_CHOICES = tuple(
    Choice(key, title, wordings)
    for key, title, wordings in (
        ("inzage", "Het dossier inzien", r"inzage|inzien|kopie|dossier (?:zien|bekijken)"),
        (
            "correctie",
            "Iets laten verbeteren",
            r"verbeter\w*|correctie|corrigeren|fout\w*|aanpassen",
        ),
        ("zienswijze", "Mijn visie laten toevoegen", r"zienswijze|visie|reactie toevoegen"),
        ("verwijderen", "Gegevens laten wissen", r"wis\w*|verwijder\w*|vernietig\w*"),
        ("bezwaar", "Bezwaar maken", r"bezwaar|stilzetten|stopzetten"),
        ("toestemming_intrekken", "Toestemming intrekken", r"toestemming\w*"),
        ("camerabeelden", "Camerabeelden zien", r"camera\w*|beelden"),
        ("klacht", "Een klacht over privacy", r"klacht\w*|klagen"),
    )
)
_WAYS = {
    "met_toestemming": "De leerling vindt het goed",
    "namens_leerling": "Ik doe dit namens de leerling",
    "geen_gezag": "Ja, ga verder",
}
# Who may ask hangs on these; a change of one asks it anew.
_DECIDES_STANDING = frozenset({"kind", "relation", "child_birth_date"})
KIND = PlainQuestion(
    key="kind",
    label="Wat u indient",
    parser=choice_parser("Wat wilt u indienen? Kies een van de knoppen.", _KIND_CHOICES),
    help=HELP["kind"],
    shown=lambda key: KINDS[key].name_nl,
)


class RequestForm:
    """Asks what the school needs for the kind of request, and no more."""

    name = "request_form"
    title = "uw verzoek of klacht"
    confirms = True

    def questions(self, answers: Answers, today: date) -> Sequence[PlainQuestion]:
        kind = answers.get("kind")
        if kind is None:
            return (KIND,)
        fields = [question(f, answers) for f in fields_for(kind, answers.get("relation"))]
        found = standing_of(answers, today)
        if found is not None and found.ways and found.ways != ("allowed",):
            fields.insert(_after(fields, "child_birth_date"), _standing_question(found))
        return (KIND, *fields)

    def explanation(self, key: str, answers: Answers, today: date) -> str | None:
        """What the law says about this asker and this age, said once, when both are known."""
        if key not in _DECIDES_STANDING or "standing" in answers:
            return None
        found = standing_of(answers, today)
        return found.explanation_nl or None if found and found.ways == ("allowed",) else None

    def refusal(self, answers: Answers, today: date) -> str | None:
        """Why this cannot be filed at all; None when it can."""
        found = standing_of(answers, today)
        return found.explanation_nl if found is not None and not found.may_go_on else None

    def dependents(self, key: str) -> frozenset[str]:
        if key == "kind":
            return _own_fields() | {"standing"}
        return frozenset({"standing"}) if key in _DECIDES_STANDING else frozenset()

    def prefill(self, message: Message, today: date) -> dict[str, Any]:
        kind = KINDS_BY_INTENT.get(message.intent or "")
        return {"kind": kind.key} if kind else {}


def standing_of(answers: Answers, today: date) -> Standing | None:
    """Who may ask, as soon as the answers tell; None before that."""
    kind, relation = answers.get("kind"), answers.get("relation")
    if kind is None or relation is None:
        return None
    if not KINDS[kind].has_age_limits:
        return standing(kind, relation, None)
    born = answers.get("child_birth_date")
    if born is None:
        return None
    return standing(kind, relation, age_on(date.fromisoformat(born), today))


def way_of(answers: Answers, today: date) -> str:
    """The standing to file with: what was chosen, or the only way there is."""
    chosen = answers.get("standing")
    found = standing_of(answers, today)
    if chosen or found is None or not found.ways:
        return str(chosen)
    return found.ways[0]


def for_filing(answers: Answers) -> dict[str, Any]:
    """The answers to a kind's own questions; what was skipped is left out."""
    return {
        key: value
        for key, value in answers.items()
        if key in FIELDS and value not in (SKIPPED, None)
    }


def question(field: Field, answers: Answers) -> PlainQuestion:
    """A field of the table as a question of the form."""
    pupil = answers.get("relation") == "leerling"
    return PlainQuestion(
        key=field.key,
        label=(field.label_pupil_nl if pupil else None) or field.label_nl,
        parser=_kept(field),
        help=HELP[field.key],
        optional=field.optional,
        free_text=field.key in _FREE_TEXT,
        shown=_shown(field),
    )


_FREE_TEXT = frozenset(
    {"subject", "correction", "statement", "reason", "situation", "consent", "appearance",
     "details", "wish", "period", "footage_place", "school", "group"}
)  # fmt: skip


def _kept(field: Field) -> Parser:
    """Slots hold JSON, so a date is kept in ISO form."""

    def parse(text: str, today: date) -> Outcome[Any]:
        outcome = field.parse(text, today)
        if isinstance(outcome, Problem) or not isinstance(outcome.value, date):
            return outcome
        return Parsed(outcome.value.isoformat())

    return parse


def _shown(field: Field) -> Callable[[str], str]:
    titles = {choice.value: choice.title_nl for choice in field.choices}

    def show(value: str) -> str:
        if field.key == "child_birth_date":
            return date_nl(date.fromisoformat(value))
        return titles.get(value, value)

    return show


def _standing_question(found: Standing) -> PlainQuestion:
    choices = tuple(Choice(way, _WAYS[way], r"ja|verder|ga door") for way in found.ways)
    buttons = tuple({"title": c.title_nl, "payload": c.value} for c in choices)
    return PlainQuestion(
        key="standing",
        label="Hoe u dit mag vragen",
        parser=choice_parser("Kies een van de knoppen, of stop.", choices),
        help=HELP["standing"],
        shown=lambda way: _WAYS[way],
        spoken=Say(
            f"{found.explanation_nl}\n\nHoe wilt u verder?",
            buttons=(*buttons, {"title": "Stoppen", "payload": "/stop"}),
        ),
    )


def _after(fields: Sequence[PlainQuestion], key: str) -> int:
    return next(i for i, field in enumerate(fields) if field.key == key) + 1


def _own_fields() -> frozenset[str]:
    """Answers that mean something else, or nothing, for another kind."""
    return frozenset(FIELDS) - {
        "relation", "child_name", "child_birth_date", "school", "group",
        "requester_name", "requester_email", "requester_phone",
    }  # fmt: skip
