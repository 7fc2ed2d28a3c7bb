"""Brings what parents type to one form, before anything looks at the words."""

from __future__ import annotations

import re
import unicodedata

from bot.engine.spelling_words import PHRASES, WORDS

_TOKEN = re.compile(r"[a-z0-9']+")
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")
_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(r"(\w)\1{2,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-"})
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def plain(text: str) -> str:
    """Lower case, no accents, straight quotes, single spaces, no letter three times in a row."""
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES).lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _REPEATED.sub(r"\1\1", text)
    return _SPACES.sub(" ", text).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a message, as far as its punctuation shows them."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def spelled(text: str) -> str:
    """A plain text with the field's words in the one form that the classifier is trained on."""
    words = _TOKEN.sub(lambda match: WORDS.get(match.group(), match.group()), text)
    return _PHRASE.sub(lambda match: PHRASES[match.group()], words)
