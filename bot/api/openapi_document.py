"""Completes the OpenAPI document that FastAPI makes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from bot.api.documented import Problem
from bot.api.event_shapes import Event, EventPage, WebhookMessage
from bot.api.inputs import StateChange
from bot.api.register_shapes import Register, RegisterRow
from bot.api.shapes import FullRequest, RequestPage, RequestSummary

_WITH_EXAMPLES: tuple[type[BaseModel], ...] = (
    *(Event, EventPage, WebhookMessage),
    StateChange,
    *(Register, RegisterRow),
    *(FullRequest, RequestPage, RequestSummary),
)


def complete_document(api: FastAPI) -> None:
    """Adds what FastAPI cannot know, at the first time the document is asked for."""
    made_by_fastapi = api.openapi

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            _complete(made_by_fastapi()["components"]["schemas"])
        assert api.openapi_schema is not None
        return api.openapi_schema

    api.openapi = openapi  # type: ignore[method-assign]


def _complete(schemas: dict[str, Any]) -> None:
    # An operation has one type of content there; problems have their own.
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= {**problem.pop("$defs", {}), "Problem": problem}
    # FastAPI leaves every null out, also where an example needs it to fit.
    for model in _WITH_EXAMPLES:
        extra = model.model_config["json_schema_extra"]
        assert isinstance(extra, dict)
        schemas[model.__name__]["examples"] = extra["examples"]
