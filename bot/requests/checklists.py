"""What to check before answering, by kind of request, by who asks and by the pupil's age."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.age import age_on
from bot.requests.models import Request

_COMPLAINT = "klacht"
_SHOWS_DATA = ("inzage", "camerabeelden")
_CHANGES_DATA = ("correctie", "verwijderen", "bezwaar")


@dataclass(frozen=True, slots=True)
class Item:
    """`law` stands behind the text. `applies` decides by the request as it was filed."""

    key: str
    text_nl: str
    law: str
    applies: Callable[[Request], bool]


def age_at_receipt(request: Request) -> int | None:
    """Full years on the day of receipt; None without a date of birth."""
    birth_date = request.child_birth_date
    return age_on(birth_date, request.received_on) if birth_date else None


def _age_from(low: int, high: int) -> Callable[[Request], bool]:
    def applies(request: Request) -> bool:
        age = age_at_receipt(request)
        return age is not None and low <= age < high

    return applies


def _kind(*kinds: str) -> Callable[[Request], bool]:
    return lambda request: request.kind in kinds


_ITEMS = (
    Item(
        "identiteit",
        "Is duidelijk wie dit vraagt? Een bekend mailadres of een gesprek is meestal genoeg. "
        "Vraag nooit om een kopie van een identiteitsbewijs.",
        "AVG artikel 12 lid 6",
        lambda request: True,
    ),
    Item(
        "gezag",
        "Heeft deze ouder gezag? Kijk in de eigen administratie, bij twijfel in het gezagsregister.",
        "BW boek 1 artikel 245",
        lambda r: r.kind != _COMPLAINT and r.relation == "ouder_met_gezag",
    ),
    Item(
        "zonder_gezag",
        "Deze aanvrager heeft geen gezag. Beantwoord het als vraag om belangrijke informatie.",
        "BW boek 1 artikel 377c",
        lambda r: r.kind != _COMPLAINT and r.relation in ("ouder_zonder_gezag", "verzorger"),
    ),
    Item(
        "machtiging",
        "Is er een machtiging, en klopt die?",
        "AVG artikel 12 lid 2",
        lambda r: r.relation == "gemachtigde",
    ),
    Item(
        "leeftijd_12",
        "De leerling is 12 tot en met 15: die mag dit ook zelf vragen, naast de ouder.",
        "UAVG artikel 5",
        _age_from(12, 16),
    ),
    Item(
        "leeftijd_16",
        "De leerling is 16 of ouder en beslist zelf. Vraagt een ouder dit, ga dan na of de "
        "leerling het goedvindt.",
        "UAVG artikel 5",
        _age_from(16, 200),
    ),
    Item(
        "derden",
        "Staan er gegevens van anderen in? Maak die onleesbaar, en alleen die.",
        "AVG artikel 15 lid 4",
        _kind(*_SHOWS_DATA),
    ),
    Item(
        "alle_plekken",
        "Is overal gezocht: leerlingsysteem, mail, zorgdossier, papieren map, gedeelde schijf?",
        "AVG artikel 15",
        _kind("inzage", "verwijderen"),
    ),
    Item(
        "uitleg_15",
        "Staat in het antwoord: waarvoor, welke gegevens, wie ze krijgt, hoe lang, welke rechten, "
        "waar ze vandaan komen en of een computer beslist?",
        "AVG artikel 15 lid 1",
        _kind(*_SHOWS_DATA),
    ),
    Item(
        "beelden_bewaard",
        "Zijn de beelden apart gezet voordat ze vanzelf worden gewist?",
        "AVG artikel 15",
        _kind("camerabeelden"),
    ),
    Item(
        "bewaarplicht",
        "Moet de school dit nog bewaren van de wet? Dan kan het niet weg.",
        "AVG artikel 17 lid 3",
        _kind("verwijderen"),
    ),
    Item(
        "belang",
        "Weegt het belang van de school zwaarder? Stop met gebruiken zolang dat niet vaststaat.",
        "AVG artikel 21 lid 1 en 18 lid 1",
        _kind("bezwaar"),
    ),
    Item(
        "ontvangers",
        "Wie kreeg deze gegevens eerder? Die moeten het weten.",
        "AVG artikel 19",
        _kind(*_CHANGES_DATA),
    ),
    Item(
        "zienswijze_erbij",
        "Is de zienswijze bij de stukken gevoegd, op alle plekken?",
        "AVG artikel 16",
        _kind("zienswijze"),
    ),
    Item(
        "gestopt",
        "Is meteen gestopt met waar de toestemming voor was, ook bij anderen en op de site?",
        "AVG artikel 7 lid 3",
        _kind("toestemming_intrekken"),
    ),
    Item(
        "gehoord",
        "Is met de ouder gepraat, en is de klacht bekeken door iemand die er niet bij betrokken is?",
        "klachtenregeling van de school",
        _kind(_COMPLAINT),
    ),
    Item(
        "datalek",
        "Is er misschien een datalek? Meld dat dan binnen 72 uur, los van deze klacht.",
        "AVG artikel 33",
        _kind(_COMPLAINT),
    ),
)


def checklist_for(request: Request) -> list[Item]:
    """The items that apply to this request, in order."""
    return [item for item in _ITEMS if item.applies(request)]
