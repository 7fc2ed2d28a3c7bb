"""How long the worklist takes with a hundred thousand requests, on SQLite and on PostgreSQL."""

from __future__ import annotations

import http.client
import os
import platform
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import text

from bench.metrics import percentile
from bench.office_data import OPEN_SHARE, REQUESTS, Office, fill
from bench.reports import store
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.run.child import Child
from bot.run.health import answers
from bot.run.processes import WEB
from bot.setup.progress import Progress
from tests.support.postgresql import postgresql_server

#: Milliseconds, at the 95th percentile, for every view.
MARK = 200.0
TIMES = 60
_WARM_UP = 5
_PATIENCE = 60.0
_PATH = "/kantoor/verzoeken"


@dataclass(frozen=True, slots=True)
class View:
    """`queries` gives another query string for each time that the page is asked."""

    title: str
    queries: Callable[[Office], Iterator[str]]
    of_a_school: bool = False


def _always(query: str) -> Callable[[Office], Iterator[str]]:
    return lambda office: iter([query] * (TIMES + _WARM_UP))


def _each(form: Callable[[Office, int], str]) -> Callable[[Office], Iterator[str]]:
    return lambda office: (form(office, number) for number in range(TIMES + _WARM_UP))


def _surname(office: Office, number: int) -> str:
    return quote(office.names[number].partition(" ")[2])


VIEWS = (
    View("default: all that is open", _always("")),
    View("default, for one school's person", _always(""), of_a_school=True),
    View("filter: state", _always("status=in_behandeling")),
    View("filter: kind", _always("soort=klacht")),
    View("filter: due, too late", _always("termijn=te_laat")),
    View("filter: due within 7 days", _always("termijn=week")),
    View("filter: school", _each(lambda office, _: f"school={office.school_id}")),
    View("filter: nobody's", _always("behandelaar=niemand")),
    View("filter: one colleague's", _each(lambda office, _: f"behandelaar={office.assignee_id}")),
    View("everything, closed too", _always("status=alle")),
    View("search by surname, open", _each(lambda o, n: f"zoek={_surname(o, n)}")),
    View("search by surname, all", _each(lambda o, n: f"status=alle&zoek={_surname(o, n)}")),
    View("search by whole name, all", _each(lambda o, n: f"status=alle&zoek={quote(o.names[n])}")),
    View("search for who is not there", _each(lambda _, n: f"status=alle&zoek=Xqzw{n}")),
    View("search by reference", _each(lambda o, n: f"status=alle&zoek={o.references[n]}")),
    View("search by part of it", _each(lambda o, n: f"status=alle&zoek={o.references[n][3:8]}")),
    View("page 20", _always("pagina=20")),
    View("page 20 of everything", _always("status=alle&pagina=20")),
    View("last page of everything", _always("status=alle&pagina=2000")),
)


def main() -> int:
    progress = Progress(4)
    load = os.getloadavg()[0]
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="bench-office-") as name, postgresql_server() as server:
        places = {
            "SQLite": f"sqlite:///{Path(name) / 'office.db'}",
            "PostgreSQL": server,
        }
        for title, url in places.items():
            with progress.step(f"{title}: {REQUESTS} verzoeken klaarzetten"):
                office, database = _prepare(url)
            with progress.step(f"{title}: de werklijst openen"):
                results[title] = {"database": database, "views": _measure(url, office, Path(name))}
    report = {
        "date": datetime.now(UTC).date().isoformat(),
        "requests": REQUESTS,
        "open_share": OPEN_SHARE,
        "times": TIMES,
        "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        # Others' work on the same cores shows in the 95th percentile first.
        "load_before": round(load, 1),
        "python": platform.python_version(),
        "sqlalchemy": version("sqlalchemy"),
        "results": results,
    }
    store(f"{report['date']}-office", report, page(report))
    return 0


def page(report: dict[str, Any]) -> str:
    """The report to read: a row for each view, with p50 and p95 for each database."""
    results = report["results"]
    databases = ", ".join(result["database"] for result in results.values())
    titles = " | ".join(f"{name} p50 | {name} p95" for name in results)
    lines = [
        f"# Bench of the office's worklist, {report['date']}\n",
        f"{report['requests']:,} requests, {report['open_share']:.0%} of them open; each page "
        f"{report['times']} times over HTTP, one after the other, from the web process; milliseconds. "
        f"{report['machine']}, load {report['load_before']} before it began; {databases}; "
        f"Python {report['python']}, SQLAlchemy {report['sqlalchemy']}.\n",
        f"| page | {titles} | mark | met |",
        f"|---|{'--:|--:|' * len(results)}---|---|",
    ]
    return "\n".join([*lines, *(_line(view, results) for view in _titles(results))]) + "\n"


def _titles(results: dict[str, Any]) -> Sequence[str]:
    return list(next(iter(results.values()))["views"])


def _line(view: str, results: dict[str, Any]) -> str:
    found = [result["views"][view] for result in results.values()]
    figures = " | ".join(f"{one['p50_ms']:.1f} | {one['p95_ms']:.1f}" for one in found)
    met = all(one["p95_ms"] < MARK for one in found)
    return f"| {view} | {figures} | p95 < {MARK:g} ms | {'yes' if met else '**no**'} |"


def _prepare(url: str) -> tuple[Office, str]:
    """The office, and the database with its version."""
    upgrade(url)
    engine = make_engine(url)
    try:
        office = fill(engine)
        is_sqlite = engine.dialect.name == "sqlite"
        asked = "SELECT sqlite_version()" if is_sqlite else "SHOW server_version"
        with engine.connect() as connection:
            number = str(connection.scalar(text(asked))).split()[0]
    finally:
        engine.dispose()
    return office, f"{'SQLite' if is_sqlite else 'PostgreSQL'} {number}"


def _measure(url: str, office: Office, folder: Path) -> dict[str, dict[str, float]]:
    with _web(url, folder) as port:
        return {view.title: _times(port, view, office) for view in VIEWS}


def _times(port: int, view: View, office: Office) -> dict[str, float]:
    cookie = office.of_a_school if view.of_a_school else office.of_the_board
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    queries = view.queries(office)
    for query in islice(queries, _WARM_UP):
        _ask(connection, query, cookie)
    times = [_ask(connection, query, cookie) for query in queries]
    connection.close()
    return {f"p{percent}_ms": percentile(times, percent) for percent in (50, 95)}


def _ask(connection: http.client.HTTPConnection, query: str, cookie: str) -> float:
    """Milliseconds until the whole page is here. Raises RuntimeError when it is another page."""
    started = time.perf_counter()
    connection.request("GET", f"{_PATH}?{query}", headers={"Cookie": f"kantoor={cookie}"})
    answer = connection.getresponse()
    body = answer.read()
    took = 1000 * (time.perf_counter() - started)
    if answer.status != 200 or b"Verzoeken en klachten" not in body:
        raise RuntimeError(f"the worklist gave {answer.status} for {query}")
    return took


@contextmanager
def _web(url: str, folder: Path) -> Iterator[int]:
    """The port of the real web process on this database."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    own = {"DATABASE_URL": url, "WEB_PORT": str(port), "WEB_HOST": "127.0.0.1"}
    # Its people are those of the demonstration, who need not change their password first.
    environment = {**os.environ, **own, "DEMO": "ja"}
    web = Child.start("web", WEB.command, environment=environment, log=folder / "web.log")
    try:
        deadline = time.monotonic() + _PATIENCE
        while not answers("/health")(f"http://127.0.0.1:{port}"):
            if web.code is not None or time.monotonic() > deadline:
                raise RuntimeError(
                    f"the web process does not start:\n{web.log.read_text()[-1500:]}"
                )
            time.sleep(0.05)
        yield port
    finally:
        web.signal(signal.SIGTERM)
        while not web.is_gone():
            time.sleep(0.05)
