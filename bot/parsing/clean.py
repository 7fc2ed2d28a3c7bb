"""Brings typed text to one form."""

from __future__ import annotations

import re
import unicodedata

from bot.plain_text import without_accents

_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-"})
# Letters that Unicode does not take apart and that people type without: Yıldız, Łukasz, Sørensen.
_BASIC_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Joiners hold names and emoji together in some scripts; the other format characters can hide text.
_KEPT_FORMATS = "\u200c\u200d"


def without_control(text: str) -> str:
    """The text without control and hidden characters; line ends stay, runs of spaces are one."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text.replace("\t", " ") if c == "\n" or not _hidden(c))
    return _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", kept)).strip()


def _hidden(char: str) -> bool:
    category = unicodedata.category(char)
    return category in ("Cc", "Cs", "Co", "Cn") or (category == "Cf" and char not in _KEPT_FORMATS)


def storable(text: str) -> str:
    """As typed, without what a database or UTF-8 cannot hold: NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def one_line(text: str) -> str:
    """`without_control`, with line ends as spaces."""
    return " ".join(without_control(text).split())


def plain(text: str) -> str:
    """Lower case, basic letters, straight quotes, single spaces: for comparing, not for keeping."""
    return without_accents(one_line(text).translate(_QUOTES)).translate(_BASIC_LETTERS)


def letters(text: str) -> int:
    """How many letters a text has, in any script."""
    return sum(char.isalpha() for char in text)
