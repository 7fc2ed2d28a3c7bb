"""Requests as callers get them. Only `FullRequest` says who it is about."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.api.words import Kind, Outcome, State

_SUMMARY: dict[str, Any] = {
    "request_id": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "reference": "DW-K7MH3-9XQ47",
    "kind": "inzage",
    "state": "ontvangen",
    "outcome": None,
    "received_on": "2026-11-24",
    "due_on": "2026-12-24",
    "stands_still": False,
    "extended_on": None,
    "late_on": None,
    "closed_on": None,
    "updated_at": "2026-11-24T09:00:00Z",
    "version": 2,
    "can_become": ["in_behandeling"],
}
_FULL: dict[str, Any] = _SUMMARY | {
    "deadline_explained": "Ontvangen op 24 november 2026; de school heeft één maand om te "
    "antwoorden (AVG artikel 12 lid 3). De laatste dag is donderdag 24 december 2026.",
    "requester": {
        "name": "Mo Voorbeeld",
        "relation": "ouder_met_gezag",
        "email": "mo@voorbeeld.nl",
        "phone": "+31612345678",
    },
    "child": {"name": "Sanne Voorbeeld", "birth_date": "2016-03-12", "group": "groep 6"},
    "asked": [{"key": "subject", "label": "Waar het over gaat", "answer": "Het hele dossier"}],
}


class RequestSummary(BaseModel):
    """Eén verzoek, zonder namen."""

    model_config = ConfigDict(json_schema_extra={"examples": [_SUMMARY]})

    request_id: uuid.UUID = Field(description="Blijft altijd gelijk; ook in de webhook.")
    reference: str = Field(description="Het kenmerk dat de aanvrager kent.")
    kind: Kind = Field(description="De soort.")
    state: State = Field(description="De status.")
    outcome: Outcome | None = Field(description="De uitkomst, als het verzoek is afgehandeld.")
    received_on: date = Field(description="Dag van ontvangst.")
    due_on: date = Field(description="Laatste dag om te antwoorden.")
    stands_still: bool = Field(description="Staat de termijn stil (AVG artikel 12 lid 6)?")
    extended_on: date | None = Field(description="Dag waarop de termijn is verlengd.")
    late_on: date | None = Field(description="Dag waarop het verzoek te laat werd.")
    closed_on: date | None = Field(description="Dag waarop het verzoek is afgehandeld.")
    updated_at: datetime = Field(description="Laatste verandering, in UTC.")
    version: int = Field(description="Gaat bij elke verandering omhoog; stuur haar mee terug.")
    can_become: list[State] = Field(description="Wat een koppeling hier nu van kan maken.")


class Requester(BaseModel):
    """Wie het verzoek deed."""

    name: str = Field(description="Naam.")
    relation: str = Field(description="Wie dit is voor de leerling, zoals `ouder_met_gezag`.")
    email: str = Field(description="E-mailadres.")
    phone: str | None = Field(description="Telefoonnummer, als dat is gegeven.")


class Child(BaseModel):
    """Over wie het gaat."""

    name: str = Field(description="Naam van de leerling.")
    birth_date: date | None = Field(description="Geboortedatum, als daarnaar is gevraagd.")
    group: str | None = Field(description="Groep of klas, als die is gegeven.")


class Answer(BaseModel):
    """Eén vraag van het formulier met het antwoord."""

    key: str = Field(description="Naam van de vraag.")
    label: str = Field(description="De vraag in woorden.")
    answer: str = Field(description="Wat de aanvrager schreef.")


class FullRequest(RequestSummary):
    """Eén verzoek met alles wat erin staat. Bevat persoonsgegevens."""

    model_config = ConfigDict(json_schema_extra={"examples": [_FULL]})

    deadline_explained: str = Field(description="Hoe de laatste dag is berekend.")
    requester: Requester = Field(description="Wie het verzoek deed.")
    child: Child = Field(description="Over wie het gaat.")
    asked: list[Answer] = Field(description="De antwoorden van het formulier.")


class RequestPage(BaseModel):
    """Een bladzijde met verzoeken, het oudste eerst."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "requests": [_SUMMARY],
                    "next": "1795514400000000.0f8fad5bd9cb469fa16570867728950e",
                }
            ]
        }
    )

    requests: list[RequestSummary] = Field(description="De verzoeken van deze bladzijde.")
    next: str | None = Field(description="De `cursor` van de volgende bladzijde, als die er is.")
