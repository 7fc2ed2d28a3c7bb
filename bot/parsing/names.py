"""Names of people."""

from __future__ import annotations

import re
from datetime import date

from bot.parsing.bsn import bsn_problem
from bot.parsing.clean import letters, one_line, plain
from bot.parsing.outcome import Outcome, Parsed, Problem

_LONGEST = 100
_MOST_WORDS = 8
_LEAD_IN = re.compile(
    r"^(?:(?:mijn|haar|zijn|de|m'n|z'n|d'r)\s+)?(?:volledige\s+)?"
    r"(?:naam(?:\s+van\s+\w+(?:\s+\w+)?)?\s*(?:is|:)|(?:zoon|dochter|kind|pleegkind)\s+heet"
    r"|(?:ik|hij|ze|zij|het|die)\s+heet|ik\s+ben(?!\s+(?:de|het|een|haar|zijn)\b)|heet|dat\s+is)\s+",
    re.IGNORECASE,
)
# Words of sentences. Wil, Mag, Kan, Dat, Ze and U are missing: people are called that.
_NOT_NAMES = frozenset(
    "ik jij hij wij jullie mijn waarom hoezo waarvoor wie wat hoe wanneer welke niet geen weet "
    "moet kunt kun hebben heeft vraag antwoord naam gegevens school privacy deze".split()
)
_ANSWERS = frozenset("ja nee neen stop terug onbekend anoniem vader moeder".split())


def parse_name(text: str, today: date) -> Outcome[str]:
    """A name as typed, without "mijn naam is" in front of it."""
    typed = _LEAD_IN.sub("", one_line(text)).strip(" .,;:!")
    refused = bsn_problem(typed) or _wrong_shape(typed)
    if refused is not None:
        return refused
    words = re.findall(r"[a-z']+", plain(typed))
    sentence = "?" in typed or len(words) > _MOST_WORDS or not _NOT_NAMES.isdisjoint(words)
    if sentence or plain(typed) in _ANSWERS:
        return Problem("naam_is_zin", "Dit lijkt geen naam. Typ alleen de voornaam en achternaam.")
    return Parsed(typed)


def _wrong_shape(typed: str) -> Problem | None:
    if "@" in typed:
        return Problem("naam_is_email", "Dit is een e-mailadres. Typ hier alleen de naam.")
    if any(char.isdigit() for char in typed):
        return Problem("naam_met_cijfers", "Een naam heeft geen cijfers. Typ alleen de naam.")
    if letters(typed) < 2:
        return Problem("naam_te_kort", "Typ de hele naam, met ten minste twee letters.")
    if len(typed) > _LONGEST:
        return Problem(
            "naam_te_lang", f"Deze naam is langer dan {_LONGEST} tekens. Typ hem korter."
        )
    return None
