"""Brings what people type to one form, before a rule or a model looks at the words."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(r"(\w)\1{2,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-"})


def plain(text: str) -> str:
    """Lower case, no accents, straight quotes, single spaces, no letter three times in a row."""
    text = _REPEATED.sub(r"\1\1", without_accents(text.translate(_QUOTES)))
    return _SPACES.sub(" ", text).strip()


def without_accents(text: str) -> str:
    """In lower case; letters that Unicode does not take apart stay as they are."""
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in text if not unicodedata.combining(c))
