"""What invented parents ask, per kind: the answers to the form's own questions."""

from __future__ import annotations

import random
from datetime import date, timedelta

from bot.dutch import date_nl

_ASKED: dict[str, tuple[dict[str, str], ...]] = {
    "inzage": (
        {"subject": "het hele dossier", "copy": "ja"},
        {"subject": "de verslagen van de gesprekken met ons", "period": "dit schooljaar"},
        {"subject": "de toetsresultaten en het groeidocument", "copy": "ja"},
        {"subject": "wat er in het zorgdossier staat", "period": "vanaf vorig schooljaar"},
        {"subject": "de mails tussen school en de jeugdarts over ons kind", "copy": "ja"},
        {"subject": "alles over het schooladvies", "copy": "nee"},
        {"subject": "het overzicht van verzuim en te laat komen"},
    ),
    "correctie": (
        {
            "subject": "de achternaam in het leerlingsysteem",
            "correction": "Er moet staan zoals het in het paspoort staat, met het voorvoegsel.",
        },
        {
            "subject": "het verslag van het gesprek over de groepskeuze",
            "correction": "Wij hebben niet ingestemd met een extra jaar. Wij wilden erover nadenken.",
        },
        {
            "subject": "het adres van de vader",
            "correction": "Sinds de zomer wonen wij op twee adressen. Er staat er maar één.",
        },
        {
            "subject": "de aantekening over te laat komen",
            "correction": "De bus had vertraging. De school had dat bericht gekregen.",
        },
    ),
    "zienswijze": (
        {
            "subject": "het observatieverslag van de intern begeleider",
            "statement": "Thuis zien wij een vrolijk kind dat goed slaapt. Dat missen wij hier.",
        },
        {
            "subject": "het schooladvies",
            "statement": "Wij vinden dat de toets van februari niet is meegewogen.",
        },
    ),
    "verwijderen": (
        {
            "subject": "de aantekeningen over de scheiding",
            "reason": "Dit is niet nodig voor het onderwijs.",
        },
        {"subject": "foto's van het kamp op de schoolsite", "period": "vorig schooljaar"},
        {
            "subject": "het oude handelingsplan",
            "reason": "Het is vervangen en klopt niet meer.",
        },
        {"subject": "het account bij een oefenprogramma dat de klas niet meer gebruikt"},
    ),
    "bezwaar": (
        {
            "subject": "de leerlingvolgapp die berichten met andere ouders deelt",
            "situation": "Wij wonen op een adres dat niet bekend mag worden.",
        },
        {
            "subject": "het doorgeven van cijfers aan een bijlesbureau",
            "situation": "Ons kind voelt zich daardoor bekeken en wil geen bijles meer.",
        },
    ),
    "toestemming_intrekken": (
        {"consent": "foto's op de website en in de nieuwsbrief"},
        {"consent": "filmpjes van de les voor de opleiding van leraren"},
        {"consent": "het delen van ons telefoonnummer in de klassenlijst"},
    ),
    "klacht": (
        {
            "subject": "een mail die naar alle ouders ging",
            "details": "Onze adressen stonden zichtbaar in de mail over de schoolreis.",
            "wish": "Uitleg, en dat het niet nog een keer gebeurt.",
        },
        {
            "subject": "een gesprek op de gang",
            "details": "Een medewerker besprak het onderzoek van ons kind waar anderen bij waren.",
            "wish": "Een gesprek met de directeur.",
        },
        {
            "subject": "camera's bij de kleedkamer",
            "details": "De camera op de gang lijkt ook de deur van de kleedkamer te filmen.",
        },
        {
            "subject": "een foto in de krant",
            "details": "Ons kind staat op de foto terwijl wij daar nee op hadden gezegd.",
            "wish": "Excuses, en de foto weg.",
        },
    ),
}
_PLACES = ("de fietsenstalling", "de hoofdingang", "de aula", "het plein")


def asked_for(kind: str, rng: random.Random, received: date) -> dict[str, str]:
    """The form's own answers of one request, as the parent typed them."""
    if kind == "camerabeelden":
        return _footage(rng, received)
    answers = dict(rng.choice(_ASKED[kind]))
    if kind == "inzage":
        answers.setdefault("copy", "nee")
    return answers


def _footage(rng: random.Random, received: date) -> dict[str, str]:
    day = received - timedelta(days=rng.randint(1, 3))
    return {
        "footage_moment": f"{date_nl(day)} rond {rng.randint(9, 15)} uur",
        "footage_place": rng.choice(_PLACES),
        "appearance": "een blauwe jas en een rode rugzak",
        "copy": "nee",
    }
