"""JSON schemas in plain Dutch, for the documentation page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TYPES_NL = {
    "string": "tekst",
    "integer": "geheel getal",
    "boolean": "true of false",
    "null": "null",
    "object": "object",
}
_FORMATS_NL = {"date": "datum", "date-time": "moment in UTC", "uuid": "id"}
Schema = Mapping[str, Any]


def type_nl(schema: Schema) -> str:
    """`een van: open, ontvangen`, `lijst van tekst`, `datum of null`."""
    if "$ref" in schema:
        return shape_name(schema["$ref"])
    if "anyOf" in schema:
        return " of ".join(type_nl(part) for part in schema["anyOf"])
    if "enum" in schema:
        return f"een van: {', '.join(schema['enum'])}"
    if schema.get("type") == "array":
        return f"lijst van {type_nl(schema['items'])}"
    kind = schema["type"]
    return _FORMATS_NL.get(schema.get("format", ""), _TYPES_NL[kind]) + _limits_nl(schema)


def _limits_nl(schema: Schema) -> str:
    words = []
    if "minimum" in schema:
        words.append(f"vanaf {schema['minimum']:.0f}")
    if "maximum" in schema:
        words.append(f"tot en met {schema['maximum']:.0f}")
    if "maxLength" in schema:
        words.append(f"hoogstens {schema['maxLength']} tekens")
    return f", {' '.join(words)}" if words else ""


def shape_name(reference: str) -> str:
    """The last part of `#/components/schemas/Naam`."""
    return reference.rsplit("/", 1)[-1]
