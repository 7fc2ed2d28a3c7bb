"""Turns the classifier's ranking into buttons in a parent's words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.catalog import Catalog

# What a parent may have meant besides a question.
REQUEST_TITLES = {
    "verzoek_indienen": "Ik wil een verzoek indienen",
    "verzoek_inzage": "Ik wil inzage aanvragen",
    "verzoek_correctie": "Ik wil iets laten verbeteren",
    "verzoek_zienswijze": "Ik wil mijn visie laten toevoegen",
    "verzoek_verwijderen": "Ik wil gegevens laten wissen",
    "verzoek_bezwaar": "Ik wil bezwaar maken",
    "verzoek_toestemming_intrekken": "Ik wil toestemming intrekken",
    "verzoek_camerabeelden": "Ik wil camerabeelden zien",
    "klacht_indienen": "Ik wil een klacht indienen",
    "status_opvragen": "Hoe staat het met mijn verzoek?",
    "verzoek_ingetrokken": "Ik wil mijn verzoek intrekken",
    "bewaartermijn_berekenen": "Reken een bewaartermijn uit",
    "medewerker": "Ik wil een medewerker",
    "privacy_bot": "Wat gebeurt er met wat ik typ?",
    "wis_gesprek": "Wis mijn gesprek",
}
NONE_OF_THESE = {"title": "Geen van deze", "payload": "/niet_geholpen"}


def suggest(
    names: Iterable[str], catalog: Catalog, *, most: int = 3, without: str | None = None
) -> list[dict[str, str]]:
    """At most `most` buttons for the best names that a parent can recognise."""
    buttons = []
    for name in names:
        title = _title(name, catalog)
        if title and name != without:
            buttons.append({"title": title, "payload": f"/{name}"})
    return buttons[:most]


def _title(name: str, catalog: Catalog) -> str | None:
    answer = catalog.get(name)
    return answer.title if answer else REQUEST_TITLES.get(name)
