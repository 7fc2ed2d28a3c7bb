"""How much one visitor and one network address may ask of the chat.

The buckets are in Redis when there is one, for all web processes together; without it, or while it
is away, they are in the memory of this process, where one costs a microsecond, and with several web
processes a limit is so many times as wide. Only beginning a conversation, which is rare and lasts, is
counted in the database. Open streams are counted by each process for itself.
"""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.chat.refusals import Refused
from bot.chat.shared_limits import SharedBuckets
from bot.people.rate_limit import Limit
from bot.settings import Settings

_STREAMS_PER_VISITOR = 8
#: Polling tabs and reloads, for every message that is sent.
_READS_PER_MESSAGE = 10
_MOST_KEPT = 20_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Buckets:
    """Token buckets by key; forgets the one that was quiet longest."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()

    def spend(self, limit: Limit, key: str) -> None:
        """Raises Refused when this key has had its share."""
        now = self._clock()
        bucket = self._buckets.pop((limit.name, key), None) or _Bucket(limit.tries, now)
        per_second = limit.tries / limit.period.total_seconds()
        bucket.tokens = min(float(limit.tries), bucket.tokens + (now - bucket.at) * per_second)
        bucket.at = now
        self._buckets[(limit.name, key)] = bucket
        if len(self._buckets) > _MOST_KEPT:
            self._buckets.popitem(last=False)
        if bucket.tokens < 1:
            raise Refused("te_vaak", wait=max(1, round((1 - bucket.tokens) / per_second)))
        bucket.tokens -= 1


class Limits:
    """The limits of one installation."""

    def __init__(self, settings: Settings, shared: SharedBuckets | None = None) -> None:
        most = settings.chat_messages_per_address
        minute = timedelta(minutes=1)
        self._visitor = Limit("chat_visitor", settings.chat_messages_per_visitor, minute)
        self._messages = Limit("chat_address", most, minute)
        self._reads = Limit("chat_reads", most * _READS_PER_MESSAGE, minute)
        #: In the database; a whole school behind one address begins fewer in an hour.
        self.openings = Limit("chat_openings", most, timedelta(hours=1))
        self._most_streams = settings.chat_streams_per_address
        self._shared = shared
        self._buckets = Buckets()
        self._streams: Counter[str] = Counter()

    async def message(self, visitor: str, address: str) -> None:
        """Raises Refused."""
        await self._spend((self._messages, address), (self._visitor, visitor))

    async def opening(self, address: str) -> None:
        """Before the database is asked. Raises Refused."""
        await self._spend((self._messages, address))

    async def read(self, address: str) -> None:
        """Raises Refused."""
        await self._spend((self._reads, address))

    def check_stream(self, visitor: str, address: str) -> None:
        """Raises Refused when there are as many open as may be."""
        places = ((visitor, _STREAMS_PER_VISITOR), (f"@{address}", self._most_streams))
        if any(self._streams[key] >= most for key, most in places):
            raise Refused("te_vaak", wait=30)

    async def _spend(self, *pairs: tuple[Limit, str]) -> None:
        wait = await self._shared.spend(pairs) if self._shared is not None else None
        if wait:
            raise Refused("te_vaak", wait=wait)
        if wait is None:
            for limit, key in pairs:
                self._buckets.spend(limit, key)

    @contextmanager
    def stream(self, visitor: str, address: str) -> Iterator[None]:
        """Counts an open stream."""
        keys = (visitor, f"@{address}")
        self._streams.update(keys)
        try:
            yield
        finally:
            self._streams.subtract(keys)
            for key in keys:
                if not self._streams[key]:
                    del self._streams[key]
