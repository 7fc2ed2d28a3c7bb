"""Short Dutch words for the values of the queue, as pages show them."""

from __future__ import annotations

from datetime import date, datetime

from bot.dutch import date_nl
from bot.requests.kinds import KINDS
from bot.settings import load_settings

STATES_NL = {
    "ontvangen": "Ontvangen",
    "identiteit_controleren": "Identiteit controleren",
    "in_behandeling": "In behandeling",
    "wacht_op_aanvrager": "Wacht op aanvrager",
    "afgehandeld": "Afgehandeld",
}
OUTCOMES_NL = {
    "toegewezen": "Toegewezen",
    "deels_toegewezen": "Deels toegewezen",
    "afgewezen": "Afgewezen",
    "ingetrokken": "Ingetrokken",
    "niet_ontvankelijk": "Niet te behandelen",
}
KINDS_NL = {
    "inzage": "Inzage",
    "correctie": "Verbetering",
    "zienswijze": "Zienswijze",
    "verwijderen": "Verwijderen",
    "bezwaar": "Bezwaar",
    "toestemming_intrekken": "Toestemming intrekken",
    "camerabeelden": "Camerabeelden",
    "klacht": "Klacht",
}
RELATIONS_NL = {
    "ouder_met_gezag": "ouder met gezag",
    "ouder_zonder_gezag": "ouder zonder gezag",
    "verzorger": "verzorger",
    "leerling": "de leerling zelf",
    "gemachtigde": "gemachtigde",
}


def state_nl(state: str) -> str:
    return STATES_NL[state]


def outcome_nl(outcome: str | None) -> str:
    return OUTCOMES_NL[outcome] if outcome else ""


def kind_nl(kind: str) -> str:
    return KINDS_NL[kind] if kind in KINDS else kind


def date_words(day: date | None) -> str:
    return date_nl(day) if day else ""


def moment_nl(moment: datetime | None) -> str:
    """`24 november 2026, 14.05 uur`, on the school's clock."""
    if moment is None:
        return ""
    local = moment.astimezone(load_settings().timezone)
    return f"{date_nl(local.date())}, {local:%H.%M} uur"


def size_nl(size: int) -> str:
    """Bytes in words."""
    if size < 1024:
        return "1 byte" if size == 1 else f"{size} bytes"
    if size < 1024 * 1024:
        return f"{size // 1024} kB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
