"""What a list of parsed messages says about understanding. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.emergency.names import EMERGENCY_INTENT

OUT_OF_SCOPE = "buiten_bereik"
NO_DANGER = "geen_nood"
OFFERED = 3


@dataclass(frozen=True, slots=True)
class Parsed:
    """One message. `wanted` is a question id, or `buiten_bereik`; `names` the engine's ranking."""

    wanted: str
    kind: str
    names: tuple[str, ...]
    refused: bool
    # The confidence of the best name that is not `buiten_bereik`.
    confidence: float

    @property
    def answered(self) -> bool:
        return not self.refused and self.names[:1] != (OUT_OF_SCOPE,)

    @property
    def passed_on(self) -> bool:
        return not self.refused and not self.answered

    @property
    def first(self) -> bool:
        return self.names[:1] == (self.wanted,)

    @property
    def offered(self) -> bool:
        return self.wanted in self.names[:OFFERED]

    @property
    def topic(self) -> bool:
        return bool(self.names) and self.names[0].split("/")[0] == self.wanted.split("/")[0]


def share(messages: Sequence[Parsed], holds: Callable[[Parsed], bool]) -> float:
    """Percentage of the messages for which it holds; 0 of none."""
    return 100 * sum(map(holds, messages)) / max(1, len(messages))


def understanding(inside: Sequence[Parsed], outside: Sequence[Parsed]) -> dict[str, float]:
    """Percentages, and AUROC from 0 to 100, of messages in scope and out of it."""
    asked = [message for message in inside if message.refused]
    return {
        "top1": share(inside, lambda m: m.first),
        "top3": share(inside, lambda m: m.offered),
        "topic": share(inside, lambda m: m.topic),
        "answered": share(inside, lambda m: m.answered),
        "answered_right": share(inside, lambda m: m.answered and m.first),
        "answered_wrong": share(inside, lambda m: m.answered and not m.first),
        "asked": share(inside, lambda m: m.refused),
        "asked_with_right_offer": share(asked, lambda m: m.offered),
        "passed_on": share(inside, lambda m: m.passed_on),
        "wrongly_refused": share(inside, lambda m: not m.answered),
        "out_of_scope_recall": share(outside, lambda m: not m.answered),
        "auroc": auroc([m.confidence for m in inside], [m.confidence for m in outside]),
    }


def warnings(messages: Sequence[Parsed]) -> dict[str, float]:
    """Percentages of what is danger, and of what only sounds like it, that got the numbers."""

    def warned(wanted: str) -> float:
        of_these = [message for message in messages if message.wanted == wanted]
        return share(of_these, lambda m: m.names[:1] == (EMERGENCY_INTENT,))

    return {"danger_recall": warned(EMERGENCY_INTENT), "false_alarms": warned(NO_DANGER)}


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Chance, 0 to 100, that a message in scope gets more confidence than one out of scope."""
    if not inside or not outside:
        return 0.0
    wins = sum((a > b) + 0.5 * (a == b) for a in inside for b in outside)
    return 100 * wins / (len(inside) * len(outside))


def confusions(inside: Sequence[Parsed]) -> list[tuple[str, str, int]]:
    """(wanted, given instead, how often), the most frequent first."""
    pairs: dict[tuple[str, str], int] = {}
    for message in inside:
        if not message.first and message.names:
            pair = (message.wanted, message.names[0])
            pairs[pair] = pairs.get(pair, 0) + 1
    return sorted(((a, b, n) for (a, b), n in pairs.items()), key=lambda row: (-row[2], row))


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which so many per cent lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
