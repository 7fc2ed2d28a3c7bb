"""Reads what an engine answered, and believes nothing of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

LARGEST_BYTES = 512 * 1024
_MOST_REPLIES, _MOST_BUTTONS, _LONGEST_TEXT = 30, 100, 20_000


class Garbage(Exception):
    """This is no answer. Never holds what it says."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the bot; a payload is what goes to the engine when its button is pressed."""

    text: str
    buttons: tuple[dict[str, str], ...] = ()
    custom: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """All that the bot said to one message, and [name, confidence] of what it understood."""

    said: tuple[Said, ...]
    understood: list[list[Any]]


def read_answer(content: bytes) -> Answer:
    """Raises Garbage."""
    body = read_object(content)
    replies = body.get("replies")
    if not isinstance(replies, list) or len(replies) > _MOST_REPLIES:
        raise Garbage
    said: list[Said] = []
    for reply in map(_said, replies):
        # Rasa's own channels send data apart from the text that they belong to.
        if not reply.text and not reply.buttons and reply.custom and said:
            custom = {**(said[-1].custom or {}), **reply.custom}
            said[-1] = Said(said[-1].text, said[-1].buttons, custom)
        else:
            said.append(reply)
    return Answer(tuple(said), read_understood(body))


def read_understood(body: dict[str, Any]) -> list[list[Any]]:
    """Raises Garbage."""
    rows = body.get("understood")
    if not isinstance(rows, list) or not all(map(_is_understood, rows)):
        raise Garbage
    return [[name[:64], float(confidence)] for name, confidence in rows[:5]]


def read_object(content: bytes) -> dict[str, Any]:
    """Raises Garbage."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Garbage from error
    if not isinstance(body, dict):
        raise Garbage
    return body


def _said(reply: Any) -> Said:
    if not isinstance(reply, dict):
        raise Garbage
    text, custom = reply.get("text") or "", reply.get("custom")
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        raise Garbage
    if not isinstance(custom, dict | None):
        raise Garbage
    return Said(text, _buttons(reply.get("buttons") or []), custom)


def _buttons(buttons: Any) -> tuple[dict[str, str], ...]:
    if not isinstance(buttons, list) or len(buttons) > _MOST_BUTTONS:
        raise Garbage
    return tuple(_button(button) for button in buttons)


def _button(button: Any) -> dict[str, str]:
    if not isinstance(button, dict):
        raise Garbage
    found = {name: button.get(name) for name in ("title", "payload")}
    if not all(isinstance(value, str) and value for value in found.values()):
        raise Garbage
    return {name: str(value) for name, value in found.items()}


def _is_understood(row: Any) -> bool:
    return (
        isinstance(row, list)
        and len(row) == 2
        and isinstance(row[0], str)
        and isinstance(row[1], int | float)
    )
