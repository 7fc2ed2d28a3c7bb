"""Redis, as far as it is there: what web processes share, and nothing that may not be lost."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

#: Longer than this no visitor waits for it.
_SECONDS = 0.25
#: After it was away it is left alone for so long.
_PAUSE = 2.0
AWAY = (RedisError, OSError, TimeoutError)
_log = structlog.get_logger("chat")


class RedisLink:
    """A connection that is allowed to be away: that is logged once, and never an error."""

    def __init__(
        self, url: str, clock: Callable[[], float] = time.monotonic, *, seconds: float = _SECONDS
    ) -> None:
        self._clock = clock
        self._retry_at = 0.0
        self._is_up = True
        once = Retry(NoBackoff(), 0)
        self.redis = Redis.from_url(
            url, socket_timeout=seconds, socket_connect_timeout=seconds, retry=once
        )
        #: Waits for as long as nothing is published; notices by itself that the other side is gone.
        self.listening = Redis.from_url(
            url, socket_connect_timeout=seconds, health_check_interval=5, retry=once
        )

    async def ask[T](self, call: Callable[[Redis], Awaitable[T]]) -> T | None:
        """What Redis answers; None while it is away."""
        if not self._is_up and self._clock() < self._retry_at:
            return None
        try:
            answer = await call(self.redis)
        except AWAY as error:
            self.mark_away(error)
            return None
        self.mark_back()
        return answer

    def mark_away(self, error: BaseException) -> None:
        if self._is_up:
            _log.warning("redis_away", kind=type(error).__name__)
        self._is_up, self._retry_at = False, self._clock() + _PAUSE

    def mark_back(self) -> None:
        if not self._is_up:
            _log.info("redis_back")
        self._is_up = True

    async def close(self) -> None:
        for client in (self.redis, self.listening):
            try:
                await client.aclose()
            except AWAY:
                pass
