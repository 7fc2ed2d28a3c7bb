"""The words of the training examples: what a parent can say that names nobody."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.knowledge.names import NAMES, NAMES_WITH_A_CAPITAL

EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "nlu"
WORD = re.compile(r"[^\W\d_]+")
# A word that stands there once may be a name as well.
_OFTEN_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`plain`: words without a capital. `capitalised`: those that have one inside a sentence.

    `after_kin`: what follows "mijn zoon" where no name does.
    """

    plain: frozenset[str]
    capitalised: frozenset[str]
    after_kin: frozenset[str]


#: Who a name can belong to.
KIN = frozenset(
    "zoon zoontje dochter dochtertje kind kindje jongen meisje kleinkind kleinzoon kleindochter "
    "pleegkind pleegzoon pleegdochter stiefkind stiefzoon stiefdochter broer broertje zus zusje man "
    "vrouw ex partner vriend vriendin vader moeder buurjongen buurmeisje leerling".split()
)


def vocabulary_of(lines: Iterable[str]) -> Vocabulary:
    plain: Counter[str] = Counter()
    capitalised: Counter[str] = Counter()
    after_kin: set[str] = set()
    for line in lines:
        words = WORD.findall(line)
        plain.update(word for word in words if word.islower())
        capitalised.update(word for word in words[1:] if not word.islower())
        pairs = itertools.pairwise(words)
        after_kin |= {word for last, word in pairs if last in KIN and word.islower()}
    somebody = NAMES | NAMES_WITH_A_CAPITAL
    return Vocabulary(
        _known(plain) - NAMES,
        frozenset(word for word in _known(capitalised) if word.lower() not in somebody),
        frozenset(after_kin - NAMES),
    )


@cache
def vocabulary() -> Vocabulary:
    """Of this installation's examples and answers, read once."""
    return vocabulary_of(line for path in sorted(EXAMPLES.rglob("*.yml")) for line in _lines(path))


def _known(counts: Counter[str]) -> frozenset[str]:
    return frozenset(word for word, count in counts.items() if count >= _OFTEN_ENOUGH)


def _lines(path: Path) -> Iterable[str]:
    text = path.read_text(encoding="utf-8")
    return (line.strip(" -") for line in text.splitlines())
