"""Tells the other web processes at once which conversations changed.

Whoever misses it finds out by asking the database, as it does without Redis.
"""

from __future__ import annotations

import asyncio
import secrets
import uuid
from collections.abc import Callable

from redis.asyncio import Redis
from redis.asyncio.client import PubSub

from bot.chat.redis_link import AWAY, RedisLink

_CHANNEL = "dossierwijzer:changed"
_PAUSE_SECONDS = 1.0
_ID_BYTES = 16


class Wakeups:
    """`wake` hears of what others changed, in the event loop."""

    def __init__(self, link: RedisLink, wake: Callable[[set[uuid.UUID]], None]) -> None:
        self._link = link
        self._wake = wake
        self._name = secrets.token_bytes(_ID_BYTES)
        self._changed: set[uuid.UUID] = set()
        self._some = asyncio.Event()

    def tell(self, changed: set[uuid.UUID]) -> None:
        """In the event loop. What changes while another message leaves goes into the next one."""
        if changed:
            self._changed |= changed
            self._some.set()

    async def send(self) -> None:
        """Never ends."""
        while True:
            await self._some.wait()
            self._some.clear()
            changed, self._changed = self._changed, set()
            message = self._name + b"".join(one.bytes for one in changed)

            async def publish(redis: Redis, message: bytes = message) -> int:
                return int(await redis.publish(_CHANNEL, message))

            await self._link.ask(publish)

    async def listen(self) -> None:
        """Never ends."""
        while True:
            try:
                async with self._link.listening.pubsub() as channel:
                    await channel.subscribe(_CHANNEL)
                    await self._hear(channel)
            except AWAY as error:
                self._link.mark_away(error)
            await asyncio.sleep(_PAUSE_SECONDS)

    async def _hear(self, channel: PubSub) -> None:
        while True:
            message = await channel.get_message(ignore_subscribe_messages=True, timeout=5.0)
            if message is not None:
                self._wake(self._read(message["data"]))

    def _read(self, data: bytes) -> set[uuid.UUID]:
        parts = [data[start : start + _ID_BYTES] for start in range(0, len(data), _ID_BYTES)]
        if not parts or parts[0] == self._name:
            return set()
        # Whoever may write to this Redis can at most wake somebody for nothing.
        return {uuid.UUID(bytes=part) for part in parts[1:] if len(part) == _ID_BYTES}
