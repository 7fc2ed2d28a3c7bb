"""Which messages are sent to measure speed: training examples, which both configurations know."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

SEED = 20261124
# Answered by the action server in both configurations.
ACTION_INTENTS = ("bron", "herhaal")
MANY = 40


def plain(data: Path) -> list[str]:
    """Questions whose answer stands in the domain."""
    examples = _examples(data)
    questions = sorted(
        text for intent, texts in examples.items() if "/" in intent for text in texts
    )
    return random.Random(SEED).sample(questions, MANY)


def with_action(data: Path) -> list[str]:
    """Messages that the action server answers."""
    examples = _examples(data)
    texts = sorted(text for intent in ACTION_INTENTS for text in examples[intent])
    return random.Random(SEED).sample(texts, min(MANY, len(texts)))


def _examples(data: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted((data / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            if "intent" in block:
                lines = block["examples"].splitlines()
                texts = [line[2:].strip() for line in lines if line.startswith("- ")]
                found.setdefault(block["intent"], []).extend(texts)
    return found
