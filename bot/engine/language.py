"""Tells whether a message is in another language than Dutch.

Refusing a Dutch message is worse than missing a foreign one: in doubt it is Dutch.
"""

from __future__ import annotations

import re
import unicodedata

from bot.engine.language_words import DUTCH, OTHERS

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FOREIGN_SCRIPTS = (
    "ARABIC",
    "CYRILLIC",
    "GREEK",
    "HEBREW",
    "CJK",
    "HANGUL",
    "HIRAGANA",
    "TIFINAGH",
    "ETHIOPIC",
    "DEVANAGARI",
    "GEORGIAN",
    "ARMENIAN",
    "THAI",
)
_SHORTEST = 3


def is_other_language(text: str, vocabulary: frozenset[str] = frozenset()) -> bool:
    """True for a message that is clearly not Dutch. `vocabulary`: words of the Dutch examples."""
    if _mostly_foreign_script(text):
        return True
    words = _WORD.findall(text.lower().replace("’", "'"))
    if len(words) < _SHORTEST:
        return False
    foreign = max(sum(word in known for word in words) for known in OTHERS.values())
    dutch = sum(word in DUTCH for word in words)
    if foreign >= 2 and foreign > dutch:
        return _unknown_share(words, vocabulary) > 0.25
    # Few function words of either: then the examples must know next to nothing of it.
    return foreign >= 1 and dutch == 0 and _unknown_share(words, vocabulary) > 0.6


def _mostly_foreign_script(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    foreign = sum(unicodedata.name(c, "").startswith(_FOREIGN_SCRIPTS) for c in letters)
    return bool(letters) and foreign / len(letters) > 0.4


def _unknown_share(words: list[str], vocabulary: frozenset[str]) -> float:
    return sum(word not in vocabulary and word not in DUTCH for word in words) / len(words)
