"""What a letter's template can name, from the request and its school."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.dutch import date_nl, long_date_nl
from bot.letters.rights import rights_nl
from bot.requests.clock_change import clock_of
from bot.requests.deadline_text import deadline_from_json, explain
from bot.requests.kinds import KINDS
from bot.requests.legal_clock import Clock, why_not_pause
from bot.requests.models import Request
from bot.schools.contact import contact_nl, fg_nl
from bot.schools.models import School

#: Name -> what it is, as the page for templates explains it.
VALUES_NL: dict[str, str] = {
    "aanvrager": "naam van wie het vraagt",
    "leerling": "naam van de leerling",
    "kenmerk": "het kenmerk, zoals DW-K7MH3-9XQ47",
    "soort": "het soort verzoek, zoals “verzoek om inzage”",
    "artikel": "het wetsartikel van dit soort verzoek",
    "ontvangen_op": "de dag van ontvangst",
    "uiterlijk": "de laatste dag voor een antwoord",
    "nieuwe_datum": "de laatste dag na verlenging",
    "uitleg_termijn": "hoe de laatste dag is geteld",
    "toelichting": "wat u bij het versturen zelf schrijft",
    "bijlagen": "de namen van de meegestuurde bestanden",
    "klok_staat_stil": "waar als de termijn stilstaat door deze brief",
    "is_klacht": "waar als het een klacht is",
    "school": "naam van de school",
    "contact": "telefoon en e-mail van de school",
    "fg": "de functionaris gegevensbescherming",
    "uw_rechten": "waar de ouder terecht kan als hij het niet eens is met het antwoord",
    "statuspagina": "het adres van de statuspagina",
    "vandaag": "de datum van de brief",
}


def letter_values(
    request: Request,
    school: School,
    *,
    today: date,
    status_address: str,
    note: str = "",
    attachments: Sequence[str] = (),
) -> dict[str, Any]:
    """A value for every name of VALUES_NL."""
    kind = KINDS[request.kind]
    clock = clock_of(request)
    return {
        "aanvrager": request.requester_name,
        "leerling": request.child_name,
        "kenmerk": request.reference,
        "soort": kind.name_nl,
        "artikel": kind.article,
        "ontvangen_op": date_nl(request.received_on),
        "uiterlijk": long_date_nl(request.due_on),
        "nieuwe_datum": long_date_nl(_extended(clock, today)),
        "uitleg_termijn": explain(deadline_from_json(request.due_steps)),
        "toelichting": note.strip(),
        "bijlagen": ", ".join(attachments),
        "klok_staat_stil": clock.stands_still or why_not_pause(clock, today) is None,
        "is_klacht": request.kind == "klacht",
        "school": school.name,
        "contact": contact_nl(school),
        "fg": fg_nl(school),
        "uw_rechten": rights_nl(
            is_complaint=request.kind == "klacht",
            is_public_body=school.is_public_body,
            fg=fg_nl(school),
        ),
        "statuspagina": status_address,
        "vandaag": date_nl(today),
    }


def _extended(clock: Clock, today: date) -> date:
    longer = Clock(
        received=clock.received,
        complaint_weeks=clock.complaint_weeks,
        pauses=clock.pauses,
        extended_on=clock.extended_on or today,
    )
    return longer.deadline.last_day
