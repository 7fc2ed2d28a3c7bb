"""A letter's plain text as paragraphs and lists."""

from __future__ import annotations

from itertools import groupby
from typing import Any

_ITEM = "- "


def blocks(body: str) -> list[dict[str, Any]]:
    """[{"kind": "par", "text": …}, {"kind": "list", "items": […]}], in order."""
    found: list[dict[str, Any]] = []
    for paragraph in body.split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        for is_item, group in groupby(lines, lambda line: line.startswith(_ITEM)):
            if is_item:
                found.append(
                    {"kind": "list", "items": [line.removeprefix(_ITEM) for line in group]}
                )
            else:
                # A line break inside a paragraph is meant: each recipient on a line of its own.
                found += [{"kind": "par", "text": line} for line in group]
    return found
