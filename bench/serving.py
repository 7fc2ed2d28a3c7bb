"""Starts a configuration with the real action server and measures what a visitor would feel."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import load
from bench.configurations import Configuration
from bench.metrics import percentile
from bot.db.schema import upgrade
from bot.run.child import Child
from bot.run.health import QUESTION, answers, ask
from bot.run.plan import environments
from bot.run.processes import ACTIONS, APP_PYTHON, CONVERSATION, ENGINE_PROCESS

PATIENCE = 300.0
MESSAGES = 200
LONG = 400
WINDOW = 5
#: Conversations of that length: one alone doubles or halves with the mood of the machine.
ROUNDS = 3
CLIENTS = 8
SECONDS = 15.0
MEMORY_AFTER = 1000


def measure(
    configuration: Configuration,
    model: Path,
    *,
    plain: Sequence[str],
    with_action: Sequence[str],
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Start, response times, throughput, long conversations and memory of one configuration."""
    with _processes(configuration, model) as (port, engine, started):
        tell("antwoordtijden")
        load.one_after_the_other(port, plain, 20)
        plain_times = load.one_after_the_other(port, plain, MESSAGES)
        action_times = load.one_after_the_other(port, with_action, MESSAGES)
        tell(f"{CLIENTS} bezoekers tegelijk")
        together = load.together(port, plain, CLIENTS, SECONDS)
        together_actions = load.together(port, with_action, CLIENTS, SECONDS)
        tell(f"een gesprek van {LONG} berichten")
        long = [load.conversation(port, plain, LONG) for _ in range(ROUNDS)]
        long_actions = [load.conversation(port, with_action, LONG) for _ in range(ROUNDS)]
        tell("een haastige ouder, en het geheugen")
        pairs = [load.hasty(port, with_action[0]) for _ in range(10)]
        load.one_after_the_other(port, plain, MEMORY_AFTER)
        return {
            "start_s": started,
            "plain": _times(plain_times) | {"per_s": together} | _long(long),
            "action": _times(action_times) | {"per_s": together_actions} | _long(long_actions),
            "hasty_ms": {
                "first": statistics.median(first for first, _ in pairs),
                "second": statistics.median(second for _, second in pairs),
            },
            "memory_mb": resident_mb(engine),
        }


def _times(times: Sequence[float]) -> dict[str, float]:
    return {f"p{p}_ms": percentile(times, p) for p in (50, 95, 99)}


def _long(conversations: Sequence[Sequence[float]]) -> dict[str, float]:
    """Median of a few messages around the first, the hundredth and the last, of each conversation."""
    ends = {"first": WINDOW + 1, "at_100": 100 + WINDOW, "at_400": LONG}
    # Not the very first: that one also opens the session.
    return {
        f"{name}_ms": statistics.median(
            time for times in conversations for time in times[end - WINDOW : end]
        )
        for name, end in ends.items()
    }


@contextmanager
def _processes(configuration: Configuration, model: Path) -> Iterator[tuple[int, Child, float]]:
    """(engine's port, engine, seconds from start to first answer); all is ended afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        database = f"sqlite:///{folder / 'queue.db'}"
        upgrade(database)
        ports = {ACTIONS.port_variable: free_port(), ENGINE_PROCESS.port_variable: free_port()}
        own = {
            "DATABASE_URL": database,
            "TRACKER_DATABASE_URL": f"sqlite:///{folder / 'trackers.db'}",
        }
        settings = {
            process: {**environment, **own}
            for process, environment in environments(CONVERSATION, ports).items()
        }
        children: list[Child] = []
        try:
            actions = start("actions", [APP_PYTHON, "-m", "actions"], settings, folder)
            children.append(actions)
            address = f"http://127.0.0.1:{ports[ACTIONS.port_variable]}"
            until(lambda: answers("/health")(address), actions)
            port = ports[ENGINE_PROCESS.port_variable]
            began = time.monotonic()
            engine = start("engine", configuration.command(model, port), settings, folder)
            children.append(engine)
            webhook = f"http://127.0.0.1:{port}{load.PATH}"
            until(lambda: bool(ask(webhook, sender="start", message=QUESTION)), engine)
            yield port, engine, time.monotonic() - began
        finally:
            for child in reversed(children):
                child.signal(signal.SIGTERM)
                until(child.is_gone)


def start(
    name: str, command: list[str], settings: dict[str, dict[str, str]], folder: Path
) -> Child:
    return Child.start(name, command, environment=settings[name], log=folder / f"{name}.log")


def until(condition: Callable[[], bool], child: Child | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if child is not None and child.code is not None:
            tail = child.log.read_text(encoding="utf-8", errors="replace")[-1500:]
            raise RuntimeError(f"{child.name} stopte:\n{tail}")
        if time.monotonic() > deadline:
            raise RuntimeError("het duurde te lang")
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def cpu_seconds(child: Child) -> float:
    """What the process itself has computed since it began; what else the machine does plays no part."""
    fields = Path(f"/proc/{child.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(child: Child) -> float:
    """Resident memory of a process group, in megabytes of a million bytes."""
    pages = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
            if int(fields[2]) == child.pid:
                pages += int((stat.parent / "statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
