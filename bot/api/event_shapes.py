"""Events as callers get them: by asking, and as the message of a webhook."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.api.words import By, Kind, Outcome, State
from bot.requests.event_order import Passage, Placed
from bot.requests.events import EVENT_FACTS

_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
_EVENT: dict[str, Any] = {
    "position": 1042,
    "event_id": f"{_ID}:2",
    "request_id": _ID,
    "sequence": 2,
    "at": "2026-11-24T09:05:00Z",
    "event": "status_gewijzigd",
    "by": "medewerker",
    "reference": "DW-K7MH3-9XQ47",
    "kind": "inzage",
    "data": {"from": "ontvangen", "to": "in_behandeling", "outcome": None},
}


class Event(BaseModel):
    """Wat er met een verzoek gebeurde, zonder namen."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EVENT]})

    position: int = Field(description="Plek in de volgorde; gaat altijd omhoog.")
    event_id: str = Field(description="Blijft altijd gelijk; ook in de webhook.")
    request_id: uuid.UUID = Field(description="Om welk verzoek het gaat.")
    sequence: int = Field(description="De hoeveelste gebeurtenis van dit verzoek, vanaf 1.")
    at: datetime = Field(description="Wanneer, in UTC.")
    event: str = Field(description="Wat er gebeurde.")
    by: By = Field(description="Wie het deed.")
    reference: str = Field(description="Het kenmerk van het verzoek.")
    kind: Kind = Field(description="De soort verzoek.")
    data: dict[str, Any] = Field(
        description=f"Bijzonderheden, nooit namen of teksten: {', '.join(EVENT_FACTS)}."
    )


class EventPage(BaseModel):
    """Gebeurtenissen op volgorde."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"events": [_EVENT], "next": 1042, "more": False}]}
    )

    events: list[Event] = Field(description="De gebeurtenissen.")
    next: int = Field(description="Bewaar dit en stuur het de volgende keer als `after`.")
    more: bool = Field(description="Is er nog meer? Vraag dan meteen verder.")


class WebhookMessage(BaseModel):
    """Het bericht dat een adres van de school bij elke gebeurtenis krijgt."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "event_id": f"{_ID}:2",
                    "request_id": _ID,
                    "sequence": 2,
                    "at": "2026-11-24T09:05:00+00:00",
                    "event": "status_gewijzigd",
                    "reference": "DW-K7MH3-9XQ47",
                    "kind": "inzage",
                    "state": "in_behandeling",
                    "outcome": None,
                    "due_on": "2026-12-24",
                }
            ]
        },
    )

    event_id: str = Field(description="Zelfde als bij `/events`: sla over wat u al had.")
    request_id: uuid.UUID = Field(description="Om welk verzoek het gaat.")
    sequence: int = Field(description="De hoeveelste gebeurtenis van dit verzoek.")
    at: datetime = Field(description="Wanneer, in UTC.")
    event: str = Field(description="Wat er gebeurde.")
    reference: str = Field(description="Het kenmerk van het verzoek.")
    kind: Kind = Field(description="De soort verzoek.")
    state: State = Field(description="De status na deze gebeurtenis.")
    outcome: Outcome | None = Field(description="De uitkomst na deze gebeurtenis.")
    due_on: date = Field(description="De laatste dag na deze gebeurtenis.")


def event_page(passage: Passage) -> EventPage:
    return EventPage(
        events=[_event(placed) for placed in passage.events],
        next=passage.after,
        more=passage.more,
    )


def _event(placed: Placed) -> Event:
    event = placed.event
    return Event.model_validate(
        {
            "position": placed.position,
            "event_id": f"{event.request_id}:{event.sequence}",
            "request_id": event.request_id,
            "sequence": event.sequence,
            "at": event.at,
            "event": event.kind,
            "by": _by(event.actor),
            "reference": placed.reference,
            "kind": placed.kind,
            "data": {key: value for key, value in event.data.items() if key in EVENT_FACTS},
        }
    )


def _by(actor: str) -> str:
    """Not which member of staff: that is for the school's own log."""
    if actor in ("aanvrager", "systeem"):
        return actor
    return "koppeling" if actor.startswith("api:") else "medewerker"
