"""retention_form: which data, and since when. Often the first message already says both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.dialogue.model import Answers, Message
from bot.dialogue.question import PlainQuestion
from bot.parsing.outcome import Outcome, Parsed, Problem
from bot.retention.calculation import Moment, explain
from bot.retention.reading import read_kind, read_moment, read_recent_moment
from bot.retention.rules import BY_KIND, RULES

_BY_NAME = {name: r.kind for r in RULES for name in (r.kind, r.title.lower())}
_WHICH = Problem(
    "soort_onbekend",
    "Dat herken ik niet. Kies een van de soorten gegevens, of typ bijvoorbeeld ‘verzuim’.",
)
_WHEN = Problem(
    "moment_onbekend",
    "Daar haal ik geen datum uit. Typ bijvoorbeeld ‘juli 2023’, ‘12-3-2024’ of alleen een jaar.",
)


def _parse_kind(text: str, today: date) -> Outcome[str]:
    kind = _BY_NAME.get(text.strip().lower()) or read_kind(text)
    return Parsed(kind) if kind else _WHICH


def _parse_moment(text: str, today: date) -> Outcome[str]:
    moment = read_moment(text, today) or read_recent_moment(text, today)
    return Parsed(_kept(moment)) if moment else _WHEN


KIND = PlainQuestion(
    key="kind",
    label="Soort gegevens",
    parser=_parse_kind,
    help="Ik reken uit hoe lang één soort gegevens blijft. Druk op een knop, of stop.",
    shown=lambda kind: BY_KIND[kind].title,
)
MOMENT = PlainQuestion(
    key="moment",
    label="Vanaf wanneer",
    parser=_parse_moment,
    help="Een maand met een jaar is genoeg. Weet u het niet? Dan kan de school het u zeggen.",
)


class RetentionForm:
    """Asks the kind of data and, where the rule counts from a moment, that moment."""

    name = "retention_form"
    title = "het uitrekenen van de bewaartermijn"
    confirms = False

    def questions(self, answers: Answers, today: date) -> Sequence[PlainQuestion]:
        rule = BY_KIND.get(answers.get("kind", ""))
        return (KIND, MOMENT) if rule is None or rule.start else (KIND,)

    def explanation(self, key: str, answers: Answers, today: date) -> str | None:
        return None

    def refusal(self, answers: Answers, today: date) -> str | None:
        return None

    def dependents(self, key: str) -> frozenset[str]:
        return frozenset({"moment"}) if key == "kind" else frozenset()

    def prefill(self, message: Message, today: date) -> dict[str, Any]:
        if message.certain:
            return {}
        kind, moment = read_kind(message.text), read_moment(message.text, today)
        # Elsewhere "vandaag" may as well be when the parent asks.
        if kind == "camerabeelden":
            moment = moment or read_recent_moment(message.text, today)
        found = {"kind": kind, "moment": _kept(moment) if moment else None}
        return {key: value for key, value in found.items() if value}


def outcome(answers: Answers, today: date) -> str:
    """The date and its explanation, for complete answers."""
    return explain(BY_KIND[answers["kind"]], _moment(answers.get("moment")), today)


def _kept(moment: Moment) -> str:
    """Slots hold JSON: a moment is kept as `2023-07-31 maand`."""
    return f"{moment.day.isoformat()} {moment.precision}"


def _moment(kept: str | None) -> Moment | None:
    if not kept:
        return None
    day, precision = kept.split()
    return Moment(date.fromisoformat(day), precision)
