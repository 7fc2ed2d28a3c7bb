"""Corrects typing errors towards the words that the examples use.

No dictionary of Dutch: a rare word that is near to none of ours stays as it is, and one that is
near was most often meant. Measured in docs/adr/0001.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from symspellpy import SymSpell, Verbosity

_WORD = re.compile(r"[a-z]+")
# A word counts as known when the examples hold it three times.
KNOWN = 3
SHORTEST_KNOWN = 4
SHORTEST = 5
# From this length on, two errors may be in one word.
LONG = 8


class Spelling:
    """Learns words with `fit`; then `correct` replaces what nobody writes by what was meant."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._near = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)

    def fit(self, texts: Iterable[str]) -> Spelling:
        """Learn the words of plain texts."""
        counts = Counter(word for text in texts for word in _WORD.findall(text))
        self._known = frozenset(word for word, count in counts.items() if count >= KNOWN)
        for word in sorted(self._known):
            if len(word) >= SHORTEST_KNOWN:
                self._near.create_dictionary_entry(word, counts[word])
        return self

    def correct(self, text: str) -> str:
        """The plain text with its unknown words replaced by the nearest known one, if any is near."""
        return _WORD.sub(lambda match: self._corrected(match.group()), text)

    def _corrected(self, word: str) -> str:
        if len(word) < SHORTEST or word in self._known:
            return word
        most = 2 if len(word) >= LONG else 1
        found = self._near.lookup(word, Verbosity.TOP, max_edit_distance=most)
        return found[0].term if found else word
