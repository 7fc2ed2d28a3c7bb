"""What the OpenAPI document says about problems, in one form for all of them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from bot.api.problems import MEDIA_TYPE, PROBLEMS

Responses = dict[int | str, dict[str, Any]]
_ALWAYS = ("sleutel", "niet-gevonden", "ongeldig", "te-vaak", "fout", "even-weg")


class InvalidPart(BaseModel):
    """Eén ding dat niet klopt."""

    where: str = Field(description="Waar het staat, zoals `zoekterm: limit`.")
    message: str = Field(description="Wat daar kan staan.")


class Problem(BaseModel):
    """Wat er misging en wat u kunt doen (RFC 9457)."""

    type: str = Field(description="Adres met de uitleg; gelijk voor dezelfde soort fout.")
    title: str = Field(description="Wat er misging.")
    status: int = Field(description="De HTTP-status.")
    detail: str = Field(description="Wat u kunt doen.")
    errors: list[InvalidPart] | None = Field(None, description="Wat er niet klopt, bij 422.")
    version: int | None = Field(None, description="De versie van nu, bij `versie`.")


def problems(*slugs: str) -> Responses:
    """The responses of an operation: what goes wrong everywhere, and these."""
    described: dict[int | str, list[str]] = {}
    for slug in PROBLEMS:
        if slug in (*_ALWAYS, *slugs):
            described.setdefault(PROBLEMS[slug].status, []).append(slug)
    return {status: _response(kinds) for status, kinds in described.items()}


def _response(slugs: list[str]) -> dict[str, Any]:
    return {
        "description": " ".join(f"{PROBLEMS[slug].title_nl}." for slug in slugs),
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {slug: {"value": _example(slug)} for slug in slugs},
            }
        },
    }


def _example(slug: str) -> dict[str, Any]:
    kind = PROBLEMS[slug]
    return {
        "type": f"https://dossierwijzer.school.example/api/v1/docs#fout-{slug}",
        "title": kind.title_nl,
        "status": kind.status,
        "detail": kind.advice_nl,
    }
