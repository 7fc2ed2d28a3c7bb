"""What the bot says besides its answers, for who must say the same without the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.engines.replies import Said

_FILE = Path(__file__).resolve().parents[2] / "data" / "responses" / "conversation.yml"


def response(name: str) -> Said:
    """Raises KeyError."""
    return as_said(_all()[name])


def as_said(variants: Sequence[Mapping[str, Any]]) -> Said:
    """What the engine would say of these variants to whom it knows nothing of."""
    plain = next(one for one in variants if not one.get("condition"))
    # In a response, double braces stand for one.
    buttons = tuple(
        button | {"payload": button["payload"].replace("{{", "{").replace("}}", "}")}
        for button in plain.get("buttons") or ()
    )
    return Said(plain["text"], buttons, plain.get("custom"))


@cache
def _all() -> dict[str, Any]:
    responses: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["responses"]
    return responses
