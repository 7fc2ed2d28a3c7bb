"""`make score`: how well the trained model understands `tests/nlu`, and where it goes wrong.

Runs in the engine's Python. For the comparison with Rasa's default: `make bench`.
"""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench import test_set
from bench.metrics import Parsed, confusions, share, understanding, warnings
from bench.test_set import KINDS
from bot.engine import without_tensorflow

MODELS = Path(__file__).resolve().parents[1] / "var" / "models"
TITLES = {
    "top1": "eerste keus goed",
    "top3": "bij de eerste drie",
    "topic": "goed onderwerp",
    "answered_wrong": "verkeerd antwoord gegeven",
    "asked": "“Bedoelt u …?” gevraagd",
    "asked_with_right_offer": "  de goede zat erbij",
    "passed_on": "buiten bereik genoemd",
    "out_of_scope_recall": "buiten bereik herkend",
    "auroc": "AUROC",
}
# What each threshold would refuse, and keep out: config.yml has the one that is used.
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.38, 0.4, 0.42, 0.44, 0.46, 0.5, 0.55, 0.6)


def report(inside: Sequence[Parsed], outside: Sequence[Parsed], danger: Sequence[Parsed]) -> str:
    figures = understanding(inside, outside)
    lines = [f"{len(inside)} zinnen, {len(outside)} buiten bereik"]
    lines += [f"  {title:28s} {figures[name]:5.1f} %" for name, title in TITLES.items()]
    warned = warnings(danger)
    lines.append(f"  gevaar herkend               {warned['danger_recall']:5.1f} %")
    lines.append(f"  klonk alleen als gevaar      {warned['false_alarms']:5.1f} %")
    for kind in KINDS:
        of_kind = [message for message in inside if message.kind == kind]
        lines.append(f"  eerste keus goed, {kind:10s} {share(of_kind, lambda m: m.first):5.1f} %")
    lines.append("de tien slechtste vragen:")
    lines += [f"  {right:5.1f} % {question}" for question, right in worst(inside)]
    lines.append("vaakst verward:")
    lines += [f"  {n} × {a} werd {b}" for a, b, n in confusions(inside)[:20]]
    lines.append("drempel: geweigerd binnen bereik, tegengehouden daarbuiten")
    lines += [_at_threshold(inside, outside, threshold) for threshold in THRESHOLDS]
    return "\n".join(lines)


def worst(inside: Sequence[Parsed], many: int = 10) -> list[tuple[str, float]]:
    """(question, percentage right at first choice), the worst first."""
    by_question: dict[str, list[Parsed]] = defaultdict(list)
    for message in inside:
        by_question[message.wanted].append(message)
    scores = {q: share(messages, lambda m: m.first) for q, messages in by_question.items()}
    return sorted(scores.items(), key=lambda item: (item[1], item[0]))[:many]


def _at_threshold(inside: Sequence[Parsed], outside: Sequence[Parsed], threshold: float) -> str:
    def refused(message: Parsed) -> bool:
        return message.passed_on or message.confidence < threshold

    return f"  {threshold:.2f}  {share(inside, refused):5.1f} %  {share(outside, refused):5.1f} %"


def main(arguments: list[str]) -> None:
    without_tensorflow.install()
    from bench.understanding import load, parse_all

    newest = max(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    agent = load(arguments[0] if arguments else str(newest))
    sentences = list(test_set.inside())
    inside, _ = asyncio.run(parse_all(agent, sentences))
    outside, _ = asyncio.run(parse_all(agent, test_set.outside()))
    danger, _ = asyncio.run(parse_all(agent, test_set.danger()))
    print(report(inside, outside, danger))
    for sentence, message in zip(sentences, inside, strict=True):
        if not message.first:
            print(f"- {message.wanted} werd {message.names[0]}: {sentence.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
