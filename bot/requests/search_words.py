"""The words by which a request is found although its names are encrypted.

Every word of a name is kept as keyed hashes of its beginnings, so that "jans" finds Jansen. What is
in the middle of a word is not found.
"""

from __future__ import annotations

import re

from bot.encryption.search import keyed_hash
from bot.parsing.clean import plain

SHORTEST, LONGEST = 3, 12
#: Half a SHA-256: still no two words alike, and half the size for the largest table.
_BYTES = 16
_WORD = re.compile(r"\w+")


def name_hashes(*names: str) -> set[bytes]:
    """A hash for each word of the names, and for each beginning of it of three letters or more."""
    return {_hash(part) for name in names for word in _words(name) for part in _beginnings(word)}


def typed_hashes(text: str) -> list[bytes]:
    """A hash for each typed word: a request that is meant has all of them."""
    return [_hash(word) for word in dict.fromkeys(_words(text))]


def _beginnings(word: str) -> set[str]:
    return {word, *(word[:length] for length in range(SHORTEST, len(word)))}


def _words(text: str) -> list[str]:
    return [word[:LONGEST] for word in _WORD.findall(plain(text))]


def _hash(word: str) -> bytes:
    return keyed_hash(word, purpose="naam")[:_BYTES]
