"""`python -m bench.hostile --messages 1000000`: hostile messages to the chat and to the engine.

Half goes through the chat of the web process (in this process: ASGI, database, dispatcher; its
engine is stood in for), at the same time the other half through everything of ours that reads a
text in the engine, and a part of that through the trained model. Both find: no status of 500 or
more, no exception, and how long it takes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.hostile_chat import send_all
from bench.hostile_texts import messages
from bench.metrics import percentile
from bench.test_set import inside
from bot.run.processes import ENGINE_PYTHON
from bot.setup.paths import MODELS, ROOT
from bot.setup.training import newest_model, rasa_environment

SEED = 20261124


def main() -> int:
    options = _options()
    half = options.messages // 2
    memory = Path("/dev/shm")  # noqa: S108
    where = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bench-hostile-", dir=where) as folder:
        engine = _start_engine(options.messages - half, options.parsed, options.seed)
        try:
            chat = asyncio.run(_chat(Path(folder), half, options.seed))
            said, _ = engine.communicate()
        finally:
            # Only when the other half broke off; nothing is left of one that is done.
            engine.kill()
    report = {
        "date": datetime.now(UTC).date().isoformat(),
        "seed": options.seed,
        "chat": chat,
        "engine": json.loads(said) if engine.returncode == 0 else {"failed": engine.returncode},
    }
    print(json.dumps(report, indent=2))
    return 0 if is_clean(report) else 1


def is_clean(report: dict[str, Any]) -> bool:
    """Nothing broke: no answer of 500 or more, and no exception in either half."""
    return (
        all(int(status) < 500 for status in report["chat"]["statuses"])
        and report["chat"]["failures"] == {}
        and report["engine"].get("failures") == {}
    )


async def _chat(folder: Path, count: int, seed: int) -> dict[str, Any]:
    statuses: Counter[int] = Counter()
    failures: Counter[str] = Counter()
    times: list[float] = []
    largest = 0
    ordinary = [sentence.text for sentence in inside()]
    texts = messages(count, seed, ordinary)
    async for sent in send_all(folder, texts, seed):
        statuses[sent.status] += 1
        largest = max(largest, sent.answer_bytes)
        times.append(1000 * sent.seconds)
        if sent.failure:
            failures[sent.failure] += 1
    return {
        "messages": len(times),
        "statuses": dict(sorted(statuses.items())),
        "failures": dict(failures),
        "largest_answer_bytes": largest,
        "ms": {"p50": percentile(times, 50), "p99": percentile(times, 99), "most": max(times)},
    }


def _start_engine(count: int, parsed: int | None, seed: int) -> subprocess.Popen[str]:
    model = newest_model(MODELS)
    parse = min(count, count // 20 if parsed is None else parsed) if model else 0
    words = [ENGINE_PYTHON, "-W", "ignore", "-m", "bench.hostile_engine"]
    environment = rasa_environment() | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [*words, str(count), str(parse), str(seed), str(model or "")],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument(
        "--parsed", type=int, help="through the trained model; a twentieth unless told"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
