"""References such as DW-K7MH3-9XQ47: short, unguessable, and a slip of the pen shows.

Nine random characters and a check character over an alphabet of 23. Because 23 is a prime and all
ten weights differ, every single wrong character and every swap of two characters changes the sum.
"""

from __future__ import annotations

import re
import secrets

from bot.parsing.outcome import Outcome, Parsed, Problem

# Left out because they look alike: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
LENGTH = 10
PREFIX = "DW"
_SHORTEST_PART = 3

_NOISE = re.compile(r"[\s\-–—_./]+")
_WITH_PREFIX = re.compile(
    r"\bdw[\s\-–]*(?:[a-z0-9]{5}[\s\-–]*[a-z0-9]{5}|[a-z0-9]{3,7}[\-–][a-z0-9]{3,7}|[a-z0-9]{8,12})\b",
    re.IGNORECASE,
)
_WITHOUT_PREFIX = re.compile(rf"\b[{ALPHABET}]{{5}}-?[{ALPHABET}]{{5}}\b", re.IGNORECASE)


def new_reference() -> str:
    """A new reference; about 1.8 * 10**12 of them exist."""
    return with_check("".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1)))


def with_check(body: str) -> str:
    """The written reference for nine characters: adds the character that brings the sum to zero."""
    check = ALPHABET[-_weighted_sum(body) % len(ALPHABET)]
    return _written(body + check)


def normalise(text: str) -> Outcome[str]:
    """The reference as we write it, from lower case, spaces, or without its dashes or prefix."""
    code = _NOISE.sub("", text).upper()
    if len(code) > LENGTH:
        code = code.removeprefix(PREFIX)
    wrong = sorted(set(code) - set(ALPHABET))
    if len(code) != LENGTH:
        return Problem("kenmerk_lengte", _LENGTH_NL)
    if wrong:
        return Problem("kenmerk_teken", _CHARACTER_NL)
    if _weighted_sum(code) % len(ALPHABET) != 0:
        return Problem("kenmerk_controle", _CHECK_NL)
    return Parsed(_written(code))


def find_reference(text: str) -> Outcome[str] | None:
    """The reference in a sentence; a Problem when one was clearly meant but is wrong, else None."""
    marked = _WITH_PREFIX.search(text)
    if marked is not None:
        return normalise(marked.group())
    bare = [normalise(match.group()) for match in _WITHOUT_PREFIX.finditer(text)]
    right = [found for found in bare if isinstance(found, Parsed)]
    if right:
        return right[0]
    # A word of ten letters is no reference; ten letters and digits without a prefix are.
    digits = any(re.search(r"\d", match.group()) for match in _WITHOUT_PREFIX.finditer(text))
    return bare[0] if digits else None


def part_of_reference(text: str) -> str | None:
    """The text as it stands in references, when it can be a part of one."""
    part = text.strip().upper()
    could_be = len(part) >= _SHORTEST_PART and set(part) <= {*ALPHABET, "-"}
    return part if could_be else None


def looks_like_reference(text: str) -> bool:
    """True when the text holds a reference, right or with a slip in it."""
    return find_reference(text) is not None


def _weighted_sum(code: str) -> int:
    # Weights 10, 9, ... 1 by place, so that the check character at the end has weight 1.
    return sum((LENGTH - place) * ALPHABET.index(char) for place, char in enumerate(code))


def _written(code: str) -> str:
    return f"{PREFIX}-{code[:5]}-{code[5:]}"


_EXAMPLE_NL = "U vindt het kenmerk in de bevestiging. Het ziet eruit als DW-K7MH3-9XQ47."
NO_REFERENCE_NL = f"Hier lees ik geen kenmerk in. {_EXAMPLE_NL}"
_LENGTH_NL = f"Dit kenmerk is te kort of te lang. {_EXAMPLE_NL}"
_CHARACTER_NL = (
    "In dit kenmerk staat een teken dat wij niet gebruiken. Een kenmerk heeft nooit een "
    f"0, 1, 2, 5 of 8, en nooit een B, I, L, O, S, U, V of Z. {_EXAMPLE_NL}"
)
_CHECK_NL = f"Er lijkt een letter of cijfer verkeerd in dit kenmerk. {_EXAMPLE_NL}"
