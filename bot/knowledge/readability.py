"""How hard a Dutch text reads, by Flesch-Douma: 100 is very easy, below 50 is hard.

Formula (Douma, 1960): 206.84 - 0.93 * words per sentence - 77 * syllables per word. Syllables
are counted as groups of vowels, which is near enough to compare texts with each other.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?:]+\s|\n+")
_WORD = re.compile(r"[\wÀ-ÿ][\wÀ-ÿ'’-]*")
_VOWELS = re.compile(r"ij|[aeiouyáàäâéèëêíìïîóòöôúùüû]+", re.IGNORECASE)


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def flesch_douma(text: str) -> float:
    """Score of a text of at least one word."""
    found = words(text)
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    syllables = sum(max(1, len(_VOWELS.findall(word))) for word in found)
    return 206.84 - 0.93 * len(found) / len(sentences) - 77 * syllables / len(found)
