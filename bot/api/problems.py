"""What can go wrong for a caller, as one table: each kind with its status, title and way on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse

from bot.settings import load_settings

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """`advice_nl` says what to do next; it is the detail where nothing more is known."""

    slug: str
    status: int
    title_nl: str
    advice_nl: str


_ALL = (
    ProblemKind(
        "onleesbaar",
        400,
        "Dit is niet te lezen",
        "De inhoud van de aanroep is geen geldige JSON. Kijk hem na en stuur hem opnieuw.",
    ),
    ProblemKind(
        "sleutel",
        401,
        "Sleutel ontbreekt of werkt niet",
        "Stuur de sleutel mee als `Authorization: Bearer dwk_…`. Een beheerder van de school maakt "
        "een sleutel in het kantoor, bij Koppelingen.",
    ),
    ProblemKind(
        "alleen-lezen",
        403,
        "Deze sleutel mag alleen lezen",
        "Vraag een beheerder van de school om een sleutel die de status mag veranderen.",
    ),
    ProblemKind(
        "niet-gevonden",
        404,
        "Niet gevonden",
        "Dit adres of dit kenmerk bestaat niet voor deze sleutel. Een sleutel ziet alleen de "
        "verzoeken van de eigen school, en niet wat na de bewaartermijn is vernietigd.",
    ),
    ProblemKind(
        "methode",
        405,
        "Dit kan hier niet",
        "Dit adres kent deze methode niet. In de kop `Allow` staat wat wel kan.",
    ),
    ProblemKind(
        "versie",
        409,
        "Het verzoek is intussen veranderd",
        "Lees het verzoek opnieuw, kijk of uw verandering nog klopt en stuur haar met de nieuwe "
        "`version`.",
    ),
    ProblemKind(
        "stap",
        409,
        "Deze stap kan nu niet",
        "In `can_become` van het verzoek staat welke stap een koppeling nu kan zetten.",
    ),
    ProblemKind(
        "brief-nodig",
        409,
        "Bij deze stap hoort een brief",
        "Een medewerker schrijft die brief in het kantoor en zet daar ook de stap.",
    ),
    ProblemKind(
        "alleen-kantoor",
        409,
        "Deze stap zet alleen een mens",
        "Een medewerker zet deze stap in het kantoor.",
    ),
    ProblemKind(
        "plek",
        409,
        "Deze plek in de gebeurtenissen bestaat niet",
        "Misschien is een reservekopie teruggezet. Lees opnieuw vanaf `after=0` en sla over wat u "
        "al hebt: `event_id` blijft gelijk.",
    ),
    ProblemKind(
        "te-groot",
        413,
        "De aanroep is te groot",
        "Stuur hoogstens 16 kB.",
    ),
    ProblemKind(
        "ongeldig",
        422,
        "Er klopt iets niet in de aanroep",
        "In `errors` staat wat er niet klopt en wat er wel kan.",
    ),
    ProblemKind(
        "te-vaak",
        429,
        "Te veel aanroepen",
        "Wacht het aantal seconden in de kop `Retry-After` en ga dan verder.",
    ),
    ProblemKind(
        "fout",
        500,
        "Er ging iets mis bij ons",
        "Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.",
    ),
    ProblemKind(
        "even-weg",
        503,
        "Het systeem is even niet bereikbaar",
        "Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.",
    ),
)
PROBLEMS: dict[str, ProblemKind] = {kind.slug: kind for kind in _ALL}


class Refused(Exception):
    """Ends a call with a problem. `detail_nl` and `extra` hold no personal data."""

    def __init__(
        self,
        slug: str,
        detail_nl: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(slug)
        self.slug, self.detail_nl, self.headers, self.extra = slug, detail_nl, headers, extra


def problem(
    slug: str,
    detail_nl: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> JSONResponse:
    """The answer in the form of RFC 9457; its type leads to the explanation."""
    kind = PROBLEMS[slug]
    body = {
        "type": f"{load_settings().public_url}/api/v1/docs#fout-{slug}",
        "title": kind.title_nl,
        "status": kind.status,
        "detail": detail_nl or kind.advice_nl,
        **(extra or {}),
    }
    return JSONResponse(body, kind.status, headers=dict(headers or {}), media_type=MEDIA_TYPE)
