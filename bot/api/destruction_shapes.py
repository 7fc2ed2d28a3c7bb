"""The proof of a destruction, as callers get it: it names nobody."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.api.words import Kind, Outcome, RetentionAction

_PROOF: dict[str, Any] = {
    "request_id": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "kind": "inzage",
    "outcome": "toegewezen",
    "received_on": "2024-11-24",
    "closed_on": "2024-12-20",
    "months": 24,
    "action": "verwijderen",
    "destroyed_at": "2026-12-21T02:00:00Z",
}


class Proof(BaseModel):
    """Eén verzoek dat na zijn bewaartermijn is vernietigd."""

    model_config = ConfigDict(
        from_attributes=True, populate_by_name=True, json_schema_extra={"examples": [_PROOF]}
    )

    request_id: uuid.UUID = Field(description="Van het verzoek, zoals u het eerder las.")
    kind: Kind = Field(description="De soort.")
    outcome: Outcome | None = Field(description="De uitkomst.")
    received_on: date = Field(description="Dag van ontvangst.")
    closed_on: date = Field(description="Dag waarop het verzoek is afgehandeld.")
    months: int = Field(description="De bewaartermijn die om was, in maanden na afhandeling.")
    action: RetentionAction = Field(
        description="`verwijderen`: alles is weg. `anonimiseren`: namen en inhoud zijn weg."
    )
    destroyed_at: datetime = Field(validation_alias="at", description="Wanneer het gebeurde.")


class DestructionPage(BaseModel):
    """Een bladzijde met vernietigingen, de oudste eerst."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "destructions": [_PROOF],
                    "next": "1797818400000000.0f8fad5bd9cb469fa16570867728950e",
                }
            ]
        }
    )

    destructions: list[Proof] = Field(description="De vernietigingen van deze bladzijde.")
    next: str | None = Field(description="De `cursor` van de volgende bladzijde, als die er is.")
