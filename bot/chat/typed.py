"""What a visitor sends, read and checked before anything is stored."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from bot.chat.refusals import Refused
from bot.parsing.clean import without_control

LONGEST_TEXT = 2000
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
_LARGEST_NUMBER = 2**31 - 1
# Stays after Rasa's strip() and shows nowhere; whoever cleans the text takes it off again.
_WORD_JOINER = "\u2060"
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text. `key` is the browser's own name for the message."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: the sequence of the message that offered it, and its place there from 0."""

    key: str
    message: int
    index: int


Sent = Typed | Pressed


def read_sent(body: Any, *, message_field: str = "message") -> Sent:
    """`message_field` names the message of a button. Raises Refused."""
    if not isinstance(body, dict) or not isinstance(body.get("key"), str):
        raise Refused("ongeldig")
    key = body["key"]
    if not _KEY.fullmatch(key):
        raise Refused("ongeldig")
    if "button" in body:
        return _pressed(key, body["button"], message_field)
    return Typed(key, _text(body.get("text")))


def for_engine(text: str) -> str:
    """What was typed, so that Rasa takes it for nothing but text.

    Rasa reads `/intent{"slot":"x"}`, `/restart` and `/session_start` as commands, also behind
    spaces. Look-alikes of the slash are treated as one, whatever reads them later.
    """
    shown = unicodedata.normalize("NFKC", text).lstrip().lstrip(_JOINERS)
    return _WORD_JOINER + text if shown.startswith(("/", "\u2215", "\u2044", "\u29f8")) else text


def number(value: Any) -> int:
    """A whole number from 0. Raises Refused."""
    # JSON's true is an int for Python.
    if type(value) is not int or not 0 <= value <= _LARGEST_NUMBER:
        raise Refused("ongeldig")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("ongeldig")
    text = without_control(value)
    if not text.strip(_JOINERS):
        raise Refused("leeg")
    if len(text) > LONGEST_TEXT:
        raise Refused("te_lang")
    return text


def _pressed(key: str, button: Any, message_field: str) -> Pressed:
    if not isinstance(button, dict):
        raise Refused("ongeldig")
    return Pressed(key, number(button.get(message_field)), number(button.get("index")))
