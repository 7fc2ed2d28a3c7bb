"""What the documentation page shows, taken from the OpenAPI document and from nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.api.schema_words import shape_name, type_nl

Document = Mapping[str, Any]
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type_nl: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    description: str
    fields: Sequence[Field]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """`result` is the shape of a good answer; None when it is not JSON."""

    anchor: str
    title: str
    method: str
    path: str
    description: str
    parameters: Sequence[Field]
    body: Shape | None
    result_nl: str
    result: Shape | None
    problems: Sequence[tuple[str, str]]
    curl: str


def operations(document: Document, base: str) -> list[Operation]:
    """The operations in the order of the document; `base` is the address for the examples."""
    return [
        _operation(document, base, path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def shapes(document: Document) -> list[Shape]:
    """All shapes by name."""
    return [_shape(document, name) for name in sorted(document["components"]["schemas"])]


def _operation(
    document: Document, base: str, path: str, method: str, operation: Mapping[str, Any]
) -> Operation:
    body = _content(document, operation.get("requestBody", {}))
    good = operation["responses"]["200"]
    return Operation(
        anchor=operation["operationId"],
        title=operation["summary"],
        method=method.upper(),
        path=path,
        description=operation["description"],
        parameters=[_parameter(item) for item in operation.get("parameters", [])],
        body=body,
        result_nl=good["description"],
        result=_content(document, good),
        problems=list(_problems(operation)),
        curl=_curl(operation, f"{base}{path}", body),
    )


def _content(document: Document, holder: Mapping[str, Any]) -> Shape | None:
    schema = holder.get("content", {}).get(_JSON, {}).get("schema", {})
    return _shape(document, shape_name(schema["$ref"])) if "$ref" in schema else None


def _shape(document: Document, name: str) -> Shape:
    schema = document["components"]["schemas"][name]
    required = schema.get("required", [])
    examples = schema.get("examples", [])
    return Shape(
        name=name,
        description=schema.get("description", ""),
        fields=[
            Field(key, type_nl(part), key in required, _description(document, part))
            for key, part in schema["properties"].items()
        ],
        example=json.dumps(examples[0], indent=2, ensure_ascii=False) if examples else "",
    )


def _description(document: Document, part: Mapping[str, Any]) -> str:
    if "$ref" in part:
        part = document["components"]["schemas"][shape_name(part["$ref"])]
    return part.get("description", "")


def _parameter(item: Mapping[str, Any]) -> Field:
    return Field(
        item["name"],
        type_nl(item["schema"]),
        item.get("required", False),
        item.get("description", ""),
    )


def _problems(operation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for status, response in operation["responses"].items():
        if status != "200":
            yield status, response["description"]


def _curl(operation: Mapping[str, Any], address: str, body: Shape | None) -> str:
    for item in operation.get("parameters", []):
        if item["in"] == "path":
            address = address.replace(f"{{{item['name']}}}", item["schema"]["examples"][0])
    lines = [f"curl -H 'Authorization: Bearer dwk_…' {address}"]
    if body is not None:
        sent = json.dumps(json.loads(body.example), ensure_ascii=False)
        lines += ["-H 'Content-Type: application/json'", f"-d '{sent}'"]
    return " \\\n  ".join(lines)
