"""Reads a message as the things it speaks of: "mag mijn ex meekijken" is `ex inzien`.

Letters and words only help with what somebody has typed before. A concept carries a word that no
example holds, as long as it stands in `concept_words.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from bot.engine.concept_words import CONCEPTS

_ENTRY = re.compile(r"'([^']+ [^']+)'|(\S+)")
_TOKEN = re.compile(r"[a-z0-9'\-]+")


class _Tables:
    """Words, beginnings of words and phrases, each with the concepts that they stand for."""

    def __init__(self, concepts: dict[str, str]) -> None:
        self.words: dict[str, set[str]] = defaultdict(set)
        self.beginnings: dict[str, set[str]] = defaultdict(set)
        self.phrases: dict[str, set[str]] = defaultdict(set)
        for concept, line in concepts.items():
            for phrase, word in _ENTRY.findall(line):
                table, entry = self._place(phrase, word)
                table[entry].add(concept)
        longest_first = sorted(self.phrases, key=len, reverse=True)
        self.any_phrase = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def _place(self, phrase: str, word: str) -> tuple[dict[str, set[str]], str]:
        if phrase:
            return self.phrases, phrase
        if word.endswith("*"):
            return self.beginnings, word[:-1]
        return self.words, word


_TABLES = _Tables(CONCEPTS)


def concepts_of(text: str) -> list[str]:
    """The concepts in a plain text, in the order in which they are named."""
    found = [(m.start(), _TABLES.phrases[m.group()]) for m in _TABLES.any_phrase.finditer(text)]
    found += [(m.start(), _of_word(m.group())) for m in _TOKEN.finditer(text)]
    found.sort(key=lambda pair: pair[0])
    return [concept for _, concepts in found for concept in sorted(concepts)]


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> frozenset[str]:
    beginnings = (c for start, c in _TABLES.beginnings.items() if word.startswith(start))
    return frozenset(_TABLES.words.get(word, ())).union(*beginnings)
