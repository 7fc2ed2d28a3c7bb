"""The sentences of a message, and its words in the one spelling that the model knows."""

from __future__ import annotations

import re

from bot.engine.spelling_words import PHRASES, WORDS

_TOKEN = re.compile(r"[a-z0-9']+")
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a message, as far as its punctuation shows them."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def spelled(text: str) -> str:
    """A plain text with the field's words in the one form that the classifier is trained on."""
    words = _TOKEN.sub(lambda match: WORDS.get(match.group(), match.group()), text)
    return _PHRASE.sub(lambda match: PHRASES[match.group()], words)
