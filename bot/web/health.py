"""/health: what works, by really trying it; the answer is kept for a few seconds."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable

import httpx2
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response

from bot.db.session import session_scope
from bot.engines.pool import EnginePool, understands
from bot.settings import Settings, SettingsError, load_settings

#: So that asking often costs no more than asking once.
_KEPT_SECONDS = 5.0
_PATIENCE = 2.0
#: The worker makes a round each second; a long one still ends within this.
_SILENT_SECONDS = 120.0
OK, AWAY, PARTLY, UNKNOWN, SILENT = "ok", "onbereikbaar", "deels", "onbekend", "stil"
UNUSED = "niet ingesteld"
#: Without these nobody can be helped.
_NEEDED = {"database": (OK,), "engine": (OK, PARTLY, UNUSED)}


class Health:
    """200 when database and engine work; the other processes are only told of."""

    def __init__(self, engine: Callable[[], Engine], engines: EnginePool) -> None:
        self._engine = engine
        self._engines = engines
        self._lock = asyncio.Lock()
        self._kept: tuple[float, dict[str, str]] | None = None

    async def endpoint(self, http: HttpRequest) -> Response:
        async with self._lock:
            found = await self._look()
        works = all(found[name] in fine for name, fine in _NEEDED.items())
        return JSONResponse(found, status_code=200 if works else 503)

    async def _look(self) -> dict[str, str]:
        if self._kept is not None and time.monotonic() - self._kept[0] < _KEPT_SECONDS:
            return self._kept[1]
        settings = load_settings()
        names = ("database", "engine", "actions", "worker")
        states = await asyncio.gather(
            run_in_threadpool(_database, self._engine),
            self._understanding(settings),
            _actions(),
            run_in_threadpool(_worker, settings),
        )
        found = dict(zip(names, states, strict=True))
        self._kept = time.monotonic(), found
        return found

    async def _understanding(self, settings: Settings) -> str:
        if not settings.engine_secret:
            return UNUSED
        tried = [understands(client, _PATIENCE) for client in self._engines.all()]
        answers = await asyncio.gather(*tried)
        if all(answers):
            return OK
        return PARTLY if any(answers) else AWAY


def _database(engine: Callable[[], Engine]) -> str:
    try:
        with session_scope(engine(), read_only=True) as session:
            session.execute(text("SELECT 1"))
    except (SQLAlchemyError, SettingsError, OSError):
        return AWAY
    return OK


async def _actions() -> str:
    port = os.environ.get("ACTIONS_PORT", "").strip()
    url = os.environ.get("ACTIONS_URL", "").strip() or (f"http://127.0.0.1:{port}" if port else "")
    if not url:
        return UNKNOWN
    try:
        async with httpx2.AsyncClient(timeout=_PATIENCE, trust_env=False) as client:
            reply = await client.get(f"{url.removesuffix('/webhook').rstrip('/')}/health")
    except (httpx2.HTTPError, httpx2.InvalidURL):
        return AWAY
    return OK if reply.status_code == 200 else AWAY


def _worker(settings: Settings) -> str:
    try:
        age = time.time() - settings.worker_heartbeat.stat().st_mtime
    except OSError:
        return UNKNOWN
    return OK if age < _SILENT_SECONDS else SILENT
