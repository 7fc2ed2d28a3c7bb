"""The register as JSON; its columns are those of the CSV."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

_ROW: dict[str, Any] = {
    "kenmerk": "DW-K7MH3-9XQ47",
    "soort": "inzage",
    "artikel": "AVG artikel 15",
    "school": "De Regenboog",
    "ontvangen_op": "2026-11-24",
    "uiterlijk": "2026-12-24",
    "verlengd_op": "",
    "te_laat_op": "",
    "status": "in_behandeling",
    "uitkomst": "",
    "afgehandeld_op": "",
}


class RegisterRow(BaseModel):
    """Eén verzoek in het register. Wat er niet is, is een lege tekst."""

    model_config = ConfigDict(json_schema_extra={"examples": [_ROW]})

    kenmerk: str = Field(description="Het kenmerk; van een vernietigd verzoek een ander teken.")
    soort: str = Field(description="De soort.")
    artikel: str = Field(description="Op welke regel het verzoek rust.")
    school: str = Field(description="Naam van de school.")
    ontvangen_op: str = Field(description="Dag van ontvangst.")
    uiterlijk: str = Field(description="Laatste dag om te antwoorden.")
    verlengd_op: str = Field(description="Dag waarop de termijn is verlengd.")
    te_laat_op: str = Field(description="Dag waarop het verzoek te laat werd.")
    status: str = Field(description="De status.")
    uitkomst: str = Field(description="De uitkomst.")
    afgehandeld_op: str = Field(description="Dag waarop het verzoek is afgehandeld.")


class Register(BaseModel):
    """Alle verzoeken van de school, het oudste eerst, zonder namen."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"rows": [_ROW]}]})

    rows: list[RegisterRow] = Field(description="De regels.")
