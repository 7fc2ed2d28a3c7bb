"""A first text for the letter's own part, to be made one's own before it is sent."""

from __future__ import annotations

from bot.handling.moves import Move

# AVG artikel 15 lid 1 onder a tot en met h: what goes with every answer about access.
_ACCESS = """\
U krijgt bij deze brief de gegevens waar u om vroeg. Daarbij hoort deze uitleg:
- Waarvoor wij ze gebruiken: …
- Welke soorten gegevens het zijn: …
- Wie ze van ons krijgt of kreeg: …
- Hoe lang wij ze bewaren: …
- Waar ze vandaan komen, als dat niet van u of uw kind is: …
- Of een computer er beslissingen mee neemt: nee.
U mag ons ook vragen gegevens te verbeteren, te verwijderen of minder te gebruiken, en u mag \
bezwaar maken of een klacht indienen bij de Autoriteit Persoonsgegevens."""
_DRAFTS: dict[tuple[str, str], str] = {
    ("toewijzen", "inzage"): _ACCESS,
    ("deels_toewijzen", "inzage"): _ACCESS + "\n\nDit geven wij niet, omdat …",
    ("toewijzen", "camerabeelden"): (
        "U kunt de beelden komen bekijken op …\n\nAnderen op de beelden maken wij onherkenbaar "
        "(AVG artikel 15 lid 4)."
    ),
    ("toewijzen", "correctie"): "Wij hebben dit veranderd: …",
    ("toewijzen", "zienswijze"): "Uw zienswijze zit sinds … bij de stukken in het dossier.",
    ("toewijzen", "verwijderen"): "Wij hebben deze gegevens verwijderd: …",
    ("toewijzen", "bezwaar"): "Wij gebruiken deze gegevens sinds … niet meer voor …",
    ("toewijzen", "toestemming_intrekken"): (
        "Wij zijn sinds … gestopt met …\n\nWat al eerder met uw toestemming is gebeurd, blijft "
        "toegestaan (AVG artikel 7 lid 3)."
    ),
}
_BY_MOVE: dict[str, str] = {
    "identiteit_vragen": (
        "Wij willen graag zeker weten dat dit verzoek van u komt. Wilt u ons bellen op het nummer "
        "dat bij ons bekend is, of even langskomen?"
    ),
}


def draft_note(move: Move, kind: str) -> str:
    """The text to begin with; empty where only the writer can know."""
    return _DRAFTS.get((move.key, kind), _BY_MOVE.get(move.key, ""))
