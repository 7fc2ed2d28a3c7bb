"""Messages of one conversation in their order, each as soon as the one before it is done.

Rasa's own lock stores ask once a second whether the conversation is free, so that a parent who
sends two messages quickly waits at least that second for the second answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Optional

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, LockStore


@dataclass
class _Line:
    """Who is being served and who waits, for one conversation."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    people: int = 0


class InOrderLockStore(LockStore):
    """One asyncio lock per conversation, within one process; it serves in order of arrival.

    A conversation must always go to the same engine process. There is no lifetime: a lock is held
    by a running message and is given up when that ends, however it ends.
    """

    def __init__(self, endpoint_config: Optional[Any] = None) -> None:
        self._lines: dict[str, _Line] = {}

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = 1,
    ) -> AsyncGenerator[TicketLock, None]:
        line = self._lines.setdefault(conversation_id, _Line())
        line.people += 1
        try:
            async with line.lock:
                yield self.create_lock(conversation_id)
        finally:
            line.people -= 1
            if line.people == 0:
                del self._lines[conversation_id]

    def is_someone_waiting(self, conversation_id: str) -> bool:
        line = self._lines.get(conversation_id)
        return line is not None and line.people > 1

    def __len__(self) -> int:
        """How many conversations are being served now."""
        return len(self._lines)
