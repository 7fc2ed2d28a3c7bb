"""One table of both configurations with ratios, and whether each mark is met."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Result = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """`where` is the path of the figure in a result; `mark` tells what is asked of (ours, default)."""

    title: str
    where: str
    unit: str = "%"
    mark: tuple[str, Callable[[float, float], bool]] | None = None


def at_least(value: float) -> tuple[str, Callable[[float, float], bool]]:
    return f"≥ {value:g}", lambda ours, default: ours >= value


def at_most(value: float) -> tuple[str, Callable[[float, float], bool]]:
    return f"≤ {value:g}", lambda ours, default: ours <= value


def times_default(least: float) -> tuple[str, Callable[[float, float], bool]]:
    return f"≥ {least:g} × default", lambda ours, default: ours >= least * default


def part_of_default(part: str, most: float) -> tuple[str, Callable[[float, float], bool]]:
    return f"≤ {part} of default", lambda ours, default: ours <= most * default


AHEAD = ("ahead of default", lambda ours, default: ours > default)

ROWS = (
    Row("right answer first", "understanding.clean.top1", mark=at_least(88)),
    Row("right answer among three", "understanding.clean.top3", mark=at_least(96)),
    Row("right topic", "understanding.clean.topic", mark=AHEAD),
    *(
        Row(f"  first, {kind}", f"understanding.top1_by_kind.{kind}")
        for kind in ("kort", "gewoon", "tikfouten", "verhaal", "forum")
    ),
    Row("first, typing errors added", "understanding.misspelt.top1", mark=AHEAD),
    Row("  lost by typing errors", "understanding.lost_by_errors", "points", at_most(5)),
    Row("out of scope kept out", "understanding.clean.out_of_scope_recall", mark=at_least(85)),
    Row("in scope wrongly refused", "understanding.clean.wrongly_refused", mark=at_most(5)),
    Row("AUROC, in against out of scope", "understanding.clean.auroc", "of 100"),
    Row("answered right at once", "understanding.clean.answered_right"),
    Row("answered wrong", "understanding.clean.answered_wrong"),
    Row("asked “Bedoelt u …?”", "understanding.clean.asked"),
    Row("  right one among those offered", "understanding.clean.asked_with_right_offer"),
    Row("called out of scope", "understanding.clean.passed_on"),
    Row("parse in process, p50", "understanding.parse_ms.p50", "ms"),
    Row("parse in process, p95", "understanding.parse_ms.p95", "ms"),
    Row("REST, 1 client, p50", "serving.plain.p50_ms", "ms", part_of_default("1/5", 1 / 5)),
    Row("REST, 1 client, p95", "serving.plain.p95_ms", "ms"),
    Row("REST, 1 client, p99", "serving.plain.p99_ms", "ms"),
    Row("REST, 8 clients", "serving.plain.per_s", "messages/s", times_default(7)),
    Row("message 1 of a conversation", "serving.plain.first_ms", "ms"),
    Row("message 100", "serving.plain.at_100_ms", "ms"),
    Row("message 400", "serving.plain.at_400_ms", "ms"),
    Row("  message 400 / message 1", "serving.plain.growth", "×", at_most(1.5)),
    Row("through the actions, p50", "serving.action.p50_ms", "ms"),
    Row("through the actions, p95", "serving.action.p95_ms", "ms"),
    Row("through the actions, 8 clients", "serving.action.per_s", "messages/s"),
    Row("  message 400 / message 1", "serving.action.growth", "×"),
    Row("  through the actions / plain, p50", "serving.action_to_plain", "×", at_most(2)),
    Row("hasty parent: first message", "serving.hasty_ms.first", "ms"),
    Row("hasty parent: second message", "serving.hasty_ms.second", "ms"),
    Row("  wait before the second / first", "serving.hasty_wait", "×", at_most(1)),
    Row("start to first answer", "serving.start_s", "s", part_of_default("1/2", 1 / 2)),
    Row("memory after 1,000 messages", "serving.memory_mb", "MB", part_of_default("1/2", 1 / 2)),
    Row("training", "training_s", "s"),
    Row("model on disk", "model_mb", "MB"),
)


def with_ratios(result: dict[str, Any]) -> dict[str, Any]:
    """The result with the figures that are made of two others."""
    clean, misspelt = result["understanding"]["clean"], result["understanding"]["misspelt"]
    result["understanding"]["lost_by_errors"] = clean["top1"] - misspelt["top1"]
    serving = result["serving"]
    for kind in ("plain", "action"):
        serving[kind]["growth"] = serving[kind]["at_400_ms"] / serving[kind]["first_ms"]
    serving["action_to_plain"] = serving["action"]["p50_ms"] / serving["plain"]["p50_ms"]
    hasty = serving["hasty_ms"]
    # What the second took beyond what such a message takes by itself.
    serving["hasty_wait"] = max(0.0, hasty["second"] - serving["action"]["p50_ms"]) / hasty["first"]
    return result


def markdown(columns: Mapping[str, Result]) -> str:
    """`columns` are results by title: ours first, the default last. Marks compare these two."""
    titles = " | ".join(columns)
    lines = [
        f"| | {titles} | first / last | mark | met |",
        f"|---|{'--:|' * len(columns)}--:|---|---|",
    ]
    return "\n".join([*lines, *(_line(row, list(columns.values())) for row in ROWS)])


def value(result: Result, where: str) -> float:
    found: Any = result
    for part in where.split("."):
        found = found[part]
    return float(found)


def _line(row: Row, results: Sequence[Result]) -> str:
    numbers = [value(result, row.where) for result in results]
    ours, default = numbers[0], numbers[-1]
    ratio = f"{ours / default:.2f}" if default else "–"
    mark, met = "", ""
    if row.mark is not None:
        mark, holds = row.mark
        met = "yes" if holds(ours, default) else "**no**"
    figures = " | ".join(f"{_figure(number)} {row.unit}" for number in numbers)
    return f"| {row.title} | {figures} | {ratio} | {mark} | {met} |"


def _figure(number: float) -> str:
    if abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"
