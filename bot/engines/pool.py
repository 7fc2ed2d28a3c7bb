"""All engines of this process: which one has a conversation, and when one that was away is back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import structlog

from bot.engines.choice import engine_for
from bot.engines.client import PROBE, EngineAway, EngineClient, EngineLost
from bot.engines.replies import Garbage

_PROBE_SECONDS = 2.0
_PAUSE_SECONDS = 0.5
_log = structlog.get_logger("engines")


class EnginePool:
    """`urls` is asked again while it runs, so that engines can be added and taken away."""

    def __init__(self, urls: Callable[[], Sequence[str]], secret: str) -> None:
        self._urls = urls
        self._secret = secret
        self._clients: dict[str, EngineClient] = {}

    def of(self, sender: str) -> EngineClient:
        """The engine that has this conversation."""
        return self._client(engine_for(sender, self._urls()))

    def all(self) -> list[EngineClient]:
        return [self._client(url) for url in self._urls()]

    def mark_away(self, client: EngineClient) -> None:
        if client.is_up:
            client.is_up = False
            _log.warning("engine_away", engine=client.url)

    async def watch(self, came_back: Callable[[], None]) -> None:
        """Never ends: tries those that are away until they really understand a sentence."""
        while True:
            await asyncio.sleep(_PAUSE_SECONDS)
            for client in list(self._clients.values()):
                if not client.is_up and await understands(client, _PROBE_SECONDS):
                    client.is_up = True
                    _log.info("engine_back", engine=client.url)
                    came_back()
            await self._drop_removed()

    async def close(self) -> None:
        clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            await client.close()

    async def _drop_removed(self) -> None:
        # Without a call in hand only: one that was taken away finishes what it has.
        for url in set(self._clients) - set(self._urls()):
            if not self._clients[url].is_busy:
                await self._clients.pop(url).close()

    def _client(self, url: str) -> EngineClient:
        if url not in self._clients:
            self._clients[url] = EngineClient(url, self._secret)
        return self._clients[url]


async def understands(client: EngineClient, seconds: float) -> bool:
    """True when it reads a sentence and has an idea what it means."""
    try:
        return bool(await client.parse(PROBE, seconds=seconds))
    except (EngineAway, EngineLost, Garbage):
        return False
