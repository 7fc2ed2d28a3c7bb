"""The chat of one web process: its parts put together, and what runs beside the requests."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Engine

from bot import clock
from bot.chat.changes import listening
from bot.chat.dispatcher import Dispatcher
from bot.chat.hub import Hub
from bot.chat.limits import Limits
from bot.chat.redis_link import RedisLink
from bot.chat.shared_limits import SharedBuckets
from bot.chat.storage import Storage
from bot.chat.wakeups import Wakeups
from bot.engines.listed import EngineList
from bot.engines.pool import EnginePool
from bot.settings import load_settings

#: Seconds that answers may still come in after the order to stop.
GRACE = 3.0


class Chat:
    """`engine` tells which database, at each use."""

    def __init__(self, engine: Callable[[], Engine]) -> None:
        settings = load_settings()
        self.settings = settings
        link = RedisLink(settings.redis_url) if settings.redis_url else None
        self._link = link
        self._wakeups = Wakeups(link, self._wake) if link else None
        self.limits = Limits(settings, SharedBuckets(link) if link else None)
        self.engines = EnginePool(EngineList(), settings.engine_secret or "")
        self.storage = Storage(engine, self._changed)
        self.hub = Hub(self.storage, clock.now)
        self.dispatcher = Dispatcher(self.storage, self.engines, clock.now)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._later: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answers and pushes while the context is open."""
        self._loop = asyncio.get_running_loop()
        endless = [asyncio.create_task(work) for work in self._endless()]
        try:
            with listening(self._changed_elsewhere):
                yield
        finally:
            self.hub.close()
            await self.dispatcher.stop(GRACE)
            for task in (*endless, *self._later):
                task.cancel()
            await asyncio.gather(*endless, *self._later, return_exceptions=True)
            await self.engines.close()
            if self._link is not None:
                await self._link.close()

    def _endless(self) -> tuple[Coroutine[Any, Any, None], ...]:
        ours = (
            self.dispatcher.run(),
            self.dispatcher.renew(),
            self.hub.run(),
            self.engines.watch(self.dispatcher.sweep_soon),
        )
        if self._wakeups is None:
            return ours
        return (*ours, self._wakeups.send(), self._wakeups.listen())

    def end_streams(self) -> None:
        """From a signal handler: an open stream would keep the server from stopping."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.hub.close)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Does something after the reply; what it leaves undone, the worker does."""
        task = asyncio.create_task(work)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    def _changed(self, changed: set[uuid.UUID]) -> None:
        self.hub.wake(changed)
        if self._wakeups is not None:
            self._wakeups.tell(changed)

    def _wake(self, changed: set[uuid.UUID]) -> None:
        """By another web process."""
        self.hub.wake(changed)

    def _changed_elsewhere(self, changed: set[uuid.UUID]) -> None:
        """By the office in this process, in a thread of its own."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._changed, changed)
        # Handing back leaves a message for the bot.
        self._loop.call_soon_threadsafe(self.dispatcher.sweep_soon)
