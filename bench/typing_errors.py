"""Typing errors as thumbs make them, the same ones in every run."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

# Neighbours on a Dutch (QWERTY) keyboard.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PUNCTUATION = str.maketrans("", "", string.punctuation)
LETTERS_PER_ERROR = 25


def with_errors(text: str, *, seed: int) -> str:
    """Without capitals or punctuation, and about one wrong key in every 25 letters, at least one."""
    chance = random.Random(f"{seed}:{text}")
    words = text.lower().translate(_PUNCTUATION).split()
    for _ in range(max(1, sum(map(len, words)) // LETTERS_PER_ERROR)):
        words = _one_error(words, chance)
    return " ".join(words)


def _one_error(words: list[str], chance: random.Random) -> list[str]:
    long_enough = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long_enough:
        return words
    where = chance.choice(long_enough)
    error = chance.choice(ERRORS)
    # The first letter is seldom wrong: it is where a word is aimed at.
    changed = error(words[where], chance.randrange(1, len(words[where]) - 1), chance)
    return [*words[:where], changed, *words[where + 1 :]]


def swapped(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def dropped(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def doubled(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + word[at] + word[at:]


def neighbour(word: str, at: int, chance: random.Random) -> str:
    near = _neighbours(word[at])
    return word[:at] + chance.choice(near) + word[at + 1 :] if near else word


ERRORS: tuple[Callable[[str, int, random.Random], str], ...] = (
    swapped,
    dropped,
    doubled,
    neighbour,
)


def _neighbours(letter: str) -> str:
    for row in _ROWS:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""
