"""Does it grow: the same visitors at one engine and one web process, and at two of each.

On one machine, so the processes, the database and the visitors share its cores: the ratio says what
a second pair adds here, and not what it adds on a machine of its own.
"""

from __future__ import annotations

import asyncio
import os
import platform
import signal
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from cryptography.fernet import Fernet

from bench import messages
from bench.chat_load import arrive, chat_times
from bench.configurations import ours
from bench.metrics import percentile
from bench.reports import store
from bench.serving import cpu_seconds, free_port, start, until
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.run.child import Child
from bot.run.health import answers, replies
from bot.run.plan import environments
from bot.run.processes import ACTIONS, APP_PYTHON, ENGINE_PROCESS
from bot.schools.editing import create_school
from bot.setup.paths import MODELS, ROOT
from bot.setup.progress import Progress
from bot.setup.training import newest_model
from tests.support.postgresql import postgresql_server

VISITORS, EACH, SIZES = 40, 15, (1, 2)
_NO_LIMITS = {
    "CHAT_MESSAGES_PER_VISITOR": "1000000",
    "CHAT_MESSAGES_PER_ADDRESS": "1000000",
    "CHAT_STREAMS_PER_ADDRESS": "10000",
}


@dataclass(frozen=True)
class Site:
    """So many engines and web processes, and what each computed."""

    slug: str
    web_ports: tuple[int, ...]
    children: dict[str, list[Child]]

    def cpu(self) -> dict[str, float]:
        """Seconds of all processes of a kind together."""
        return {name: sum(map(cpu_seconds, found)) for name, found in self.children.items()}


def main() -> int:
    progress = Progress(len(SIZES))
    texts = messages.plain(ROOT / "data")
    results: dict[str, Any] = {}
    for size in SIZES:
        with (
            progress.step(f"{size} van alles"),
            tempfile.TemporaryDirectory() as name,
            _running(Path(name), size) as site,
        ):
            results[str(size)] = asyncio.run(_measure(site, texts))
    report = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, PostgreSQL, "
        f"load {os.getloadavg()[1]:.0f} while it ran",
        "results": results,
    }
    store(f"{report['date']}-growing", report, page(report))
    return 0


async def _measure(site: Site, texts: Sequence[str]) -> dict[str, Any]:
    """The visitors are divided over the web processes, as a proxy would."""
    share = VISITORS // len(site.web_ports)
    visitors = [
        visitor
        for port in site.web_ports
        for visitor in await arrive(port, site.slug, texts[0], share)
    ]
    before, began = site.cpu(), time.perf_counter()
    times = await chat_times(visitors, texts, EACH)
    seconds, after = time.perf_counter() - began, site.cpu()
    await asyncio.gather(*(visitor.close() for visitor in visitors))
    return {
        "per_s": len(times) / seconds,
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "cpu_ms": {name: 1000 * (after[name] - before[name]) / len(times) for name in after},
    }


def page(report: dict[str, Any]) -> str:
    """The report for people."""
    one = report["results"]["1"]
    lines = [
        f"# Growing, on {report['date']}",
        "",
        f"{VISITORS} visitors who each send the next message when they have the answer; "
        f"{report['machine']}.",
        "",
        "| | messages per second | ratio | p50 | p95 | computed per message: engine | web |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for size, found in report["results"].items():
        cpu = found["cpu_ms"]
        cells = (
            f"{size} engine, {size} web",
            f"{found['per_s']:.0f}",
            f"{found['per_s'] / one['per_s']:.2f}",
            f"{found['p50_ms']:.0f} ms",
            f"{found['p95_ms']:.0f} ms",
            f"{cpu['engine']:.1f} ms",
            f"{cpu['web']:.1f} ms",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


@contextmanager
def _running(folder: Path, size: int) -> Iterator[Site]:
    """A database of its own, one action server, and so many engines and web processes."""
    with postgresql_server() as url:
        trackers = _second_database(url)
        os.environ |= {
            "DATABASE_URL": url,
            "TRACKER_DATABASE_URL": trackers,
            "DATA_KEYS": Fernet.generate_key().decode(),
            "SEARCH_KEY": Fernet.generate_key().decode(),
        }
        upgrade(url)
        database = make_engine(url)
        with session_scope(database) as session:
            slug = create_school(session, "De Regenboog", datetime.now(UTC)).slug
        database.dispose()
        children: dict[str, list[Child]] = {"actions": [], "engine": [], "web": []}
        try:
            ports = _start_all(folder, size, children)
            yield Site(slug, ports, children)
        finally:
            for child in [one for found in children.values() for one in found]:
                child.signal(signal.SIGTERM)
                until(child.is_gone)


def _second_database(url: str) -> str:
    """For the trackers, as the engine's own library names it."""
    plain = url.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("CREATE DATABASE gesprekken")
    return plain.replace("/postgres?", "/gesprekken?")


def _start_all(folder: Path, size: int, children: dict[str, list[Child]]) -> tuple[int, ...]:
    """The ports of the web processes."""
    model = newest_model(MODELS)
    if model is None:
        raise RuntimeError("no model: run `make train` first")
    actions, engines = free_port(), [free_port() for _ in range(size)]
    given = {ACTIONS.port_variable: actions, ENGINE_PROCESS.port_variable: engines[0]}
    settings = environments((ACTIONS, ENGINE_PROCESS), given)
    webs = tuple(free_port() for _ in range(size))
    urls = [f"http://127.0.0.1:{port}" for port in engines]
    shared = {
        "ENGINE_URLS": " ".join(urls),
        "ENGINE_SECRET": settings["engine"]["ENGINE_SECRET"],
        **_NO_LIMITS,
    }
    children["actions"].append(start("actions", [APP_PYTHON, "-m", "actions"], settings, folder))
    for number, port in enumerate(engines):
        name = f"engine-{number}"
        settings[name] = settings["engine"]
        children["engine"].append(start(name, ours().command(model, port), settings, folder))
    for number, port in enumerate(webs):
        name = f"web-{number}"
        settings[name] = {**settings["actions"], **shared, "WEB_PORT": str(port)}
        children["web"].append(start(name, [APP_PYTHON, "-m", "bot.web"], settings, folder))
    for url, child in zip(urls, children["engine"], strict=True):
        webhook = replies("/webhooks/rest/webhook")
        until(lambda url=url, webhook=webhook: webhook(url), child)  # type: ignore[misc]
    for port, child in zip(webs, children["web"], strict=True):
        until(lambda port=port: answers("/health")(f"http://127.0.0.1:{port}"), child)  # type: ignore[misc]
    return webs
