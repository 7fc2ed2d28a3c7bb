"""Brings what people type to one form, before a rule or a model looks at the words."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(r"(\w)\1{2,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-"})


def plain(text: str) -> str:
    """Lower case, no accents, straight quotes, single spaces, no letter three times in a row."""
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES).lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _REPEATED.sub(r"\1\1", text)
    return _SPACES.sub(" ", text).strip()
