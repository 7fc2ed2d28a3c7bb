"""What happened to a request, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bot.dutch import date_nl
from bot.letters.kinds import LETTERS
from bot.requests.fields import FIELDS
from bot.requests.models import RequestEvent
from bot.web.words import outcome_nl, state_nl

Data = dict[str, Any]


def event_nl(event: RequestEvent) -> str:
    """One or two sentences, without the name of who did it."""
    if event.kind == "ontvangen" and event.actor != "aanvrager":
        return "Ingediend door een medewerker, voor de aanvrager."
    words = _WORDS.get(event.kind)
    if words is None:
        return event.kind.replace("_", " ")
    text = words if isinstance(words, str) else words(event.data)
    return f"{text} Reden: {event.data['why']}" if event.data.get("why") else text


def _state(data: Data) -> str:
    result = f", {outcome_nl(data['outcome']).lower()}" if data.get("outcome") else ""
    return f"Van “{state_nl(data['from'])}” naar “{state_nl(data['to'])}”{result}."


def _fields(data: Data) -> str:
    return f"Gewijzigd: {', '.join(FIELDS[key].label_nl.lower() for key in data['fields'])}."


def _due(text: str) -> Callable[[Data], str]:
    return lambda data: text.format(date_nl(date.fromisoformat(data["due_on"])))


_WORDS: dict[str, str | Callable[[Data], str]] = {
    "ontvangen": "Ingediend via de chat.",
    "status_gewijzigd": _state,
    "brief_verstuurd": lambda data: f"Brief: {LETTERS[data['letter']].title_nl}.",
    "klok_stilgezet": "De termijn staat stil tot de identiteit duidelijk is.",
    "klok_loopt_weer": _due("De termijn loopt weer, tot en met {}."),
    "verlengd": _due("Termijn verlengd tot en met {}."),
    "te_laat": _due("Te laat: de laatste dag was {}."),
    "gegevens_gewijzigd": _fields,
    "controlepunt": lambda data: f"Controlepunt {'afgevinkt' if data['done'] else 'weer open'}.",
    "bestand_toegevoegd": lambda data: (
        "Bestand van de aanvrager." if data["from_requester"] else "Bestand toegevoegd."
    ),
    "toegewezen_aan": lambda data: (
        "Behandelaar gekozen." if data["assignee_id"] else "Behandelaar losgelaten."
    ),
    "notitie": "Notitie geschreven.",
    "antwoord_aanvrager": "Bericht van de aanvrager via de statuspagina.",
    "school_gewijzigd": "Bij een andere school geplaatst.",
    "bewaren_gestart": "Wordt langer bewaard.",
    "bewaren_gestopt": "Wordt niet meer langer bewaard.",
    "inzage_in_logboek": "De aanvrager keek wie het verzoek heeft bekeken.",
}
