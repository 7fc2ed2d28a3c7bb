"""Parses the test set in process and prints what came out as JSON. Runs in the engine's Python.

`python -m bench.understanding MODEL TESTS [--no-tensorflow]`
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench import test_set
from bench.metrics import Parsed, confusions, percentile, understanding
from bench.ranking import ranking
from bench.test_set import KINDS, Sentence


def load(model: str) -> Any:
    import structlog

    # Until it is configured, structlog prints the messages it is asked to log.
    structlog.configure(processors=[_drop])
    from rasa.core.agent import Agent  # type: ignore[import-not-found]

    return Agent.load(model)


def _drop(*_: object) -> Any:
    import structlog

    raise structlog.DropEvent


async def parse_all(agent: Any, sentences: Iterable[Sentence]) -> tuple[list[Parsed], list[float]]:
    """What each was taken for, and how long that took in milliseconds."""
    parsed, times = [], []
    for sentence in sentences:
        started = time.perf_counter()
        result = await agent.parse_message(sentence.text)
        times.append(1000 * (time.perf_counter() - started))
        parsed.append(Parsed(sentence.wanted, sentence.kind, *ranking(result)))
    return parsed, times


async def measure(agent: Any, tests: Path) -> dict[str, Any]:
    inside, times = await parse_all(agent, test_set.inside(tests))
    outside, _ = await parse_all(agent, test_set.outside(tests))
    misspelt, _ = await parse_all(agent, test_set.misspelt(test_set.inside(tests)))
    return {
        "sentences": len(inside),
        "outside": len(outside),
        "clean": understanding(inside, outside),
        "misspelt": understanding(misspelt, outside),
        "top1_by_kind": {kind: _top1(inside, kind) for kind in KINDS},
        "parse_ms": {"p50": percentile(times, 50), "p95": percentile(times, 95)},
        "confusions": confusions(inside)[:20],
    }


def _top1(inside: list[Parsed], kind: str) -> float:
    of_kind = [message for message in inside if message.kind == kind]
    return 100 * sum(message.first for message in of_kind) / max(1, len(of_kind))


def main(arguments: list[str]) -> None:
    if "--no-tensorflow" in arguments:
        from bot.engine import without_tensorflow

        without_tensorflow.install()
    print(json.dumps(asyncio.run(measure(load(arguments[0]), Path(arguments[1])))))


if __name__ == "__main__":
    main(sys.argv[1:])
