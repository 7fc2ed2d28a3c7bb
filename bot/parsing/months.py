"""Names of months as people write them."""

from __future__ import annotations

from difflib import SequenceMatcher

from bot.dutch import MONTHS

_SHORT = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "maa": 3,
    "mar": 3,
    "apr": 4,
    "mai": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
    "des": 12,
}
_EXACT = {**_SHORT, **{name: number for number, name in enumerate(MONTHS, start=1)}}
_SIMILAR_ENOUGH = 0.75


def month_numbers(word: str) -> tuple[int, ...]:
    """The month or months a word can mean: none for another word, two for `juin`."""
    word = word.strip(".")
    if word in _EXACT:
        return (_EXACT[word],)
    if len(word) < 4:
        return ()
    scores = {number: _similarity(word, name) for number, name in enumerate(MONTHS, start=1)}
    best = max(scores.values())
    if best < _SIMILAR_ENOUGH:
        return ()
    return tuple(number for number, score in scores.items() if score >= best - 0.02)


def _similarity(word: str, name: str) -> float:
    return max(
        SequenceMatcher(None, word, name, autojunk=False).ratio(),
        SequenceMatcher(None, name, word, autojunk=False).ratio(),
    )
