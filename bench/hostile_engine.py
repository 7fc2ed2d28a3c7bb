"""Hostile messages through everything of ours that reads a text in the engine. Runs in its Python.

`python -m bench.hostile_engine MESSAGES PARSED SEED MODEL`: prints JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from bench.hostile_texts import messages
from bench.metrics import percentile
from bench.test_set import inside
from bot.engine import without_tensorflow

#: What the web process lets through at most: see `bot/chat/typed.py`.
LONGEST = 2000
_KB = 1024
_WARMING_UP = 50


def readers(ordinary: list[str]) -> dict[str, Callable[[str], object]]:
    """Name -> what is done with a text."""
    # Some of these import Rasa, which is to find TensorFlow left out.
    from bot.emergency.check import is_emergency
    from bot.engine.buttons import read_payload
    from bot.engine.concepts import concepts_of
    from bot.engine.language import is_other_language
    from bot.engine.situation import read_age, read_custody, read_school_type
    from bot.engine.spelling import Spelling
    from bot.engine.text import sentences, spelled
    from bot.plain_text import plain

    texts = [plain(text) for text in ordinary]
    spelling = Spelling().fit(texts)
    vocabulary = frozenset(word for text in texts for word in text.split())
    return {
        "plain": plain,
        "sentences": sentences,
        "spelled": lambda text: spelled(plain(text)),
        "emergency": is_emergency,
        "language": lambda text: is_other_language(text, vocabulary),
        "spelling": lambda text: spelling.correct(plain(text)),
        "concepts": lambda text: concepts_of(plain(text)),
        "situation": lambda text: (read_age(text), read_custody(text), read_school_type(text)),
        "payload": read_payload,
    }


def read_all(count: int, seed: int, ordinary: list[str]) -> dict[str, Any]:
    """Every text through every reader, whole: no limit of ours comes before."""
    known, failures = readers(ordinary), Counter[str]()
    seconds, worst = Counter[str](), Counter[str]()
    kilobytes = 0.0
    for text in messages(count, seed, ordinary):
        size = max(1.0, len(text.encode()) / _KB)
        kilobytes += size
        for name, read in known.items():
            started = time.perf_counter()
            try:
                read(text)
            except Exception as error:
                failures[f"{name}: {type(error).__name__}"] += 1
            taken = time.perf_counter() - started
            seconds[name] += taken
            worst[name] = max(worst[name], taken / size)
    per_kb = {name: 1000 * total / kilobytes for name, total in seconds.items()}
    return {
        "messages": count,
        "failures": dict(failures),
        "ms_per_kb": {name: round(value, 4) for name, value in per_kb.items()},
        "worst_ms_per_kb": {name: round(1000 * value, 3) for name, value in worst.items()},
    }


async def parse_all(count: int, seed: int, ordinary: list[str], model: str) -> dict[str, Any]:
    """The trained model's whole pipeline, as far as the web process lets a text through."""
    from bench.understanding import load

    agent, times, failures = load(model), [], Counter[str]()
    for text in messages(count, seed + 1, ordinary):
        started = time.perf_counter()
        try:
            await agent.parse_message(text[:LONGEST])
        except Exception as error:
            failures[f"parse: {type(error).__name__}"] += 1
        times.append(1000 * (time.perf_counter() - started))
    # The first ones after loading are slow, and for no parent.
    counted = times[_WARMING_UP:] or times
    return {
        "messages": count,
        "failures": dict(failures),
        "ms": {
            "p50": percentile(counted, 50),
            "p99": percentile(counted, 99),
            "most": max(counted),
        },
    }


def main(arguments: list[str]) -> None:
    count, parsed, seed = map(int, arguments[:3])
    without_tensorflow.install()
    ordinary = [sentence.text for sentence in inside()]
    found = read_all(count, seed, ordinary)
    if parsed:
        found["parsed"] = asyncio.run(parse_all(parsed, seed, ordinary, arguments[3]))
        found["failures"] |= found["parsed"]["failures"]
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
