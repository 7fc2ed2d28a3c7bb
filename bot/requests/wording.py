"""States, outcomes and confirmations as a parent reads them. Names nobody."""

from __future__ import annotations

from datetime import date

from bot.dutch import date_nl, long_date_nl
from bot.requests.deadline_text import deadline_from_json, explain
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.pauses import pauses_from_json, running
from bot.requests.workflow import (
    CHECKING_IDENTITY,
    DONE,
    IN_PROGRESS,
    RECEIVED,
    WAITING,
)

_STATES_NL = {
    RECEIVED: "De school heeft het ontvangen en gaat het bekijken.",
    CHECKING_IDENTITY: (
        "De school gaat na of u dit mag vragen. Misschien krijgt u daar een vraag over."
    ),
    IN_PROGRESS: "De school werkt eraan.",
    WAITING: "De school wacht op een antwoord van u. Kijk in uw e-mail.",
}
# AVG artikel 12 lid 6: while the school may doubt who asks, the term does not run.
_STANDS_STILL = (
    "De termijn staat stil tot de school zeker weet van wie dit komt. Daarna loopt hij verder."
)
_OUTCOMES_NL = {
    "toegewezen": "De school heeft gedaan wat u vroeg.",
    "deels_toegewezen": "De school heeft een deel gedaan van wat u vroeg. De uitleg is u gestuurd.",
    "afgewezen": "De school heeft het geweigerd. De redenen zijn u gestuurd.",
    "ingetrokken": "U hebt het ingetrokken. De school doet er niets meer mee.",
    "niet_ontvankelijk": "De school kon het niet behandelen. De uitleg is u gestuurd.",
}


def status_text_nl(request: Request, today: date) -> str:
    """Where a request stands on that day, and until when the school has."""
    lines = [f"Uw {KINDS[request.kind].name_nl} kwam binnen op {date_nl(request.received_on)}."]
    if request.state == DONE:
        return " ".join([*lines, f"Het is afgerond. {_OUTCOMES_NL[request.outcome or '']}"])
    left = _STANDS_STILL if _stands_still(request) else _time_left(request.due_on, today)
    return " ".join([*lines, _STATES_NL[request.state], left])


def _stands_still(request: Request) -> bool:
    return running(pauses_from_json(request.pauses or []))


def _time_left(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if days < 0:
        return (
            f"De school had uiterlijk {long_date_nl(due_on)} moeten antwoorden en is dus te laat. "
            "Vraag de school hoe het ermee staat."
        )
    left = {0: "dat is vandaag", 1: "dat is morgen"}.get(days, f"nog {days} dagen")
    return f"De school moet uiterlijk {long_date_nl(due_on)} antwoorden ({left})."


def confirmation_text_nl(request: Request) -> str:
    """What a parent is told after filing: reference, deadline and its count, what comes next."""
    deadline = explain(deadline_from_json(request.due_steps))
    return (
        f"Uw {KINDS[request.kind].name_nl} is ingediend. Uw kenmerk is {request.reference}. "
        "Bewaar dit goed. Met het kenmerk en uw e-mailadres kunt u hier zien hoe het ermee staat."
        "\n\n"
        f"{deadline}\n\n"
        "De school leest uw bericht en antwoordt u. Misschien vraagt de school eerst wie u bent. "
        "U hoeft nooit een kopie van uw identiteitsbewijs of een BSN te sturen."
    )


def receipt(request: Request) -> dict[str, object]:
    """What a client can show or print of a filed request."""
    return {
        "kenmerk": request.reference,
        "ontvangen_op": request.received_on.isoformat(),
        "uiterlijk_op": request.due_on.isoformat(),
        "uitleg": [step.why_nl for step in deadline_from_json(request.due_steps).steps],
    }
