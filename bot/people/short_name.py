"""How a visitor of the chat sees the name of somebody of the school."""

from __future__ import annotations


def short_name(name: str) -> str:
    """`Jan de Wit` as `J. de Wit`: a visitor need not know more of staff."""
    first, _, rest = name.strip().partition(" ")
    return f"{first[:1]}. {rest}" if rest else first
