"""How long a visitor waits for an answer through the web process, next to the engine alone."""

from __future__ import annotations

import asyncio
import os
import platform
import signal
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from sqlalchemy import select

from bench import messages
from bench.chat_load import arrive, chat_times, engine_times
from bench.configurations import ours
from bench.metrics import percentile
from bench.reports import store
from bench.serving import WINDOW, cpu_seconds, free_port, resident_mb, start, until
from bot.conversations.log import STAFF, append
from bot.conversations.models import Conversation
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.run.child import Child
from bot.run.health import answers
from bot.run.plan import environments
from bot.run.processes import ACTIONS, APP_PYTHON, ENGINE_PROCESS
from bot.schools.editing import create_school
from bot.setup.paths import MODELS, ROOT
from bot.setup.progress import Progress
from bot.setup.training import newest_model

FEW, MANY, OPEN, LONG = 1, 50, 500, 400
_EACH = 10
_SCHOOL = "De Regenboog"


@dataclass(frozen=True)
class Site:
    """The ports of a running engine and web process, and what belongs to them."""

    engine_port: int
    web_port: int
    secret: str
    database_url: str
    slug: str
    web: Child


def main() -> int:
    progress = Progress(5)
    texts = messages.plain(ROOT / "data")
    with tempfile.TemporaryDirectory(prefix="bench-chat-") as name, ExitStack() as running:
        with progress.step("Starten"):
            site = running.enter_context(_running(Path(name)))
        results = asyncio.run(_measure(site, texts, progress))
    report = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, SQLite, {_load()}",
        "results": results,
    }
    store(f"{report['date']}-chat", report, page(report))
    return 0


async def _measure(site: Site, texts: Sequence[str], progress: Progress) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with progress.step("De assistent alleen"):
        await engine_times(site.engine_port, site.secret, texts, FEW, 50)
        for count, each in ((FEW, 200), (MANY, _EACH)):
            times = await engine_times(site.engine_port, site.secret, texts, count, each)
            found[f"engine, {_visitors(count)}"] = _spread(times)
    with progress.step("Door het webproces"):
        for count, each, pause in ((FEW, 200, 0.0), (MANY, _EACH, 0.0), (MANY, _EACH, 1.0)):
            visitors = await arrive(site.web_port, site.slug, texts[0], count)
            before = cpu_seconds(site.web)
            times = await chat_times(visitors, texts, each, pause)
            cpu = {"cpu_ms": 1000 * (cpu_seconds(site.web) - before) / len(times)}
            every = ", a message a second each" if pause else ""
            found[f"chat, {_visitors(count)}{every}"] = _spread(times) | cpu
            await asyncio.gather(*(visitor.close() for visitor in visitors))
    with progress.step(f"Een gesprek van {LONG} berichten"):
        found |= await _long(site, texts)
    with progress.step(f"{OPEN} open gesprekken"):
        found |= await _pushed(site, texts)
    return found


async def _long(site: Site, texts: Sequence[str]) -> dict[str, Any]:
    (visitor,) = await arrive(site.web_port, site.slug, texts[0], 1)
    times = await chat_times([visitor], texts, LONG)
    await visitor.close()
    return {
        "message 1": {"p50_ms": statistics.median(times[1 : WINDOW + 1])},
        f"message {LONG}": {"p50_ms": statistics.median(times[-WINDOW:])},
    }


async def _pushed(site: Site, texts: Sequence[str]) -> dict[str, Any]:
    """All at once to all, written by another process; then each asks something within ten seconds."""
    visitors = await arrive(site.web_port, site.slug, texts[0], OPEN)
    listening = [asyncio.create_task(visitor.pushed("medewerker")) for visitor in visitors]
    written = await asyncio.to_thread(_write_to_all, site.database_url)
    times = [1000 * (at - written) for at in await asyncio.gather(*listening)]
    spread = 10.0
    before = cpu_seconds(site.web)
    asked = await chat_times(visitors, texts, 1, spread)
    cpu = {"cpu_ms": 1000 * (cpu_seconds(site.web) - before) / len(asked)}
    memory = resident_mb(site.web)
    await asyncio.gather(*(visitor.close() for visitor in visitors))
    return {
        f"one message pushed to {OPEN} at once": _spread(times),
        f"{OPEN} open, each asks within {spread:.0f} s": _spread(asked) | cpu,
        f"memory of the web process with {OPEN} open": {"mb": memory},
    }


def _write_to_all(database_url: str) -> float:
    """When it was committed; the newest conversations are those that are open."""
    engine = make_engine(database_url)
    newest = select(Conversation).order_by(Conversation.created_at.desc()).limit(OPEN)
    with session_scope(engine) as session:
        for conversation in session.scalars(newest).all():
            append(session, conversation, author=STAFF, text="Goed.", at=datetime.now(UTC))
    engine.dispose()
    return time.perf_counter()


def page(report: dict[str, Any]) -> str:
    """The report for people."""
    lines = [
        f"# The chat on {report['date']}",
        "",
        f"From sending to the answer being pushed; one web process, one engine; {report['machine']}.",
        "",
        "| | p50 | p95 | highest | computed per message |",
        "|---|--:|--:|--:|--:|",
    ]
    for title, found in report["results"].items():
        if "mb" in found:
            lines.append(f"| {title} | {found['mb']:.0f} MB | | | |")
        else:
            names = ("p50_ms", "p95_ms", "max_ms", "cpu_ms")
            cells = [f"{found[name]:.1f} ms" if name in found else "" for name in names]
            lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _load() -> str:
    """Others may be at work on the machine: their part is in the figures."""
    return f"load {os.getloadavg()[1]:.0f} while it ran"


def _visitors(count: int) -> str:
    return "1 visitor" if count == 1 else f"{count} visitors"


def _spread(times: Sequence[float]) -> dict[str, float]:
    return {
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "max_ms": max(times),
    }


@contextmanager
def _running(folder: Path) -> Iterator[Site]:
    """Engine, actions and web process, each one, with databases of their own."""
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{folder / 'queue.db'}",
        "TRACKER_DATABASE_URL": f"sqlite:///{folder / 'trackers.db'}",
        "DATA_KEYS": Fernet.generate_key().decode(),
        "SEARCH_KEY": Fernet.generate_key().decode(),
    }
    url = os.environ["DATABASE_URL"]
    upgrade(url)
    with session_scope(make_engine(url)) as session:
        slug = create_school(session, _SCHOOL, datetime.now(UTC)).slug
    ports = {ACTIONS.port_variable: free_port(), ENGINE_PROCESS.port_variable: free_port()}
    settings = environments((ACTIONS, ENGINE_PROCESS), ports)
    secret = settings["engine"]["ENGINE_SECRET"]
    web_port = free_port()
    settings["web"] = {
        **settings["actions"],
        "WEB_PORT": str(web_port),
        "ENGINE_SECRET": secret,
        # All visitors come from one address here.
        "CHAT_MESSAGES_PER_VISITOR": "1000000",
        "CHAT_MESSAGES_PER_ADDRESS": "1000000",
        "CHAT_STREAMS_PER_ADDRESS": "10000",
    }
    model = newest_model(MODELS)
    if model is None:
        raise RuntimeError("no model: run `make train` first")
    port = ports[ENGINE_PROCESS.port_variable]
    commands = {
        "actions": [APP_PYTHON, "-m", "actions"],
        "engine": ours().command(model, port),
        "web": [APP_PYTHON, "-m", "bot.web"],
    }
    children = {name: start(name, command, settings, folder) for name, command in commands.items()}
    try:
        address = f"http://127.0.0.1:{web_port}"
        until(lambda: answers("/health")(address), children["web"])
        yield Site(port, web_port, secret, url, slug, children["web"])
    finally:
        for child in reversed(children.values()):
            child.signal(signal.SIGTERM)
            until(child.is_gone)
