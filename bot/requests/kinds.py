"""The eight kinds of request: name, law, term and what is asked for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.requests.terms import ONE_MONTH, Term, complaint_term
from bot.settings import Settings

_CHILD = ("relation", "child_name", "child_birth_date", "school", "group")
_REQUESTER = ("requester_name", "requester_email", "requester_phone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`fields` are keys of `fields.FIELDS`, in the order of asking; `name_nl` follows "uw"."""

    key: str
    name_nl: str
    intent: str
    article: str
    fields: tuple[str, ...]
    term: Callable[[Settings], Term] = lambda _settings: ONE_MONTH
    has_age_limits: bool = True


def _avg_kind(key: str, name_nl: str, article: str, *own: str) -> Kind:
    return Kind(
        key=key,
        name_nl=name_nl,
        intent=f"verzoek_{key}",
        article=article,
        fields=(*_CHILD, *own, *_REQUESTER),
    )


_COMPLAINT = Kind(
    key="klacht",
    name_nl="klacht over privacy",
    intent="klacht_indienen",
    article="klachtenregeling van de school (WPO artikel 14, WVO 2020 artikel 3.35)",
    # Without the date of birth: whoever complains need not show whose data may be seen.
    fields=(
        "relation",
        "child_name",
        "school",
        "group",
        "subject",
        "details",
        "wish",
        *_REQUESTER,
    ),
    term=complaint_term,
    has_age_limits=False,
)

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        _avg_kind("inzage", "verzoek om inzage", "AVG artikel 15", "subject", "period", "copy"),
        _avg_kind("correctie", "verzoek om verbetering", "AVG artikel 16", "subject", "correction"),
        # AVG artikel 16, tweede zin: een aanvullende verklaring verstrekken.
        _avg_kind(
            "zienswijze",
            "verzoek om uw zienswijze toe te voegen",
            "AVG artikel 16",
            "subject",
            "statement",
        ),
        _avg_kind(
            "verwijderen",
            "verzoek om gegevens te verwijderen",
            "AVG artikel 17",
            "subject",
            "period",
            "reason",
        ),
        # AVG artikel 21 lid 1 asks for reasons that have to do with the requester's situation.
        _avg_kind("bezwaar", "bezwaar", "AVG artikel 21", "subject", "situation"),
        # AVG artikel 7 lid 3: withdrawing is as easy as giving, so no reason is asked.
        _avg_kind(
            "toestemming_intrekken",
            "intrekking van toestemming",
            "AVG artikel 7 lid 3",
            "consent",
        ),
        _avg_kind(
            "camerabeelden",
            "verzoek om camerabeelden te zien",
            "AVG artikel 15",
            "footage_moment",
            "footage_place",
            "appearance",
            "copy",
        ),
        _COMPLAINT,
    )
}
KINDS_BY_INTENT: dict[str, Kind] = {kind.intent: kind for kind in KINDS.values()}
