"""Wakes the open streams of this process when their conversation changes.

What this process writes wakes them at once; what another web process writes too, when they share a
Redis. Whatever else is written is seen by one small query a second over the conversations that
somebody looks at, so that nothing depends on a broker.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.chat.storage import Storage
from bot.conversations.models import Conversation

POLL_SECONDS = 1.0
_SEEN = timedelta(seconds=30)
# Below what SQLite allows in one statement.
_AT_ONCE = 500
Version = tuple[Any, ...]
_log = structlog.get_logger("chat")


class Watch:
    """One open stream."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()

    def wake(self) -> None:
        self._changed.set()

    async def wait(self, seconds: float) -> bool:
        """True when something changed since the last time; False when the time was over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        changed = self._changed.is_set()
        self._changed.clear()
        return changed


class Hub:
    """The open streams by conversation."""

    def __init__(self, storage: Storage, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._now = now
        self._watches: dict[uuid.UUID, set[Watch]] = {}
        self._versions: dict[uuid.UUID, Version] = {}
        self._polling: set[uuid.UUID] = set()
        self._seen_at: datetime | None = None
        self.is_closing = False

    @contextmanager
    def watch(self, conversation_id: uuid.UUID) -> Iterator[Watch]:
        watch = Watch()
        self._watches.setdefault(conversation_id, set()).add(watch)
        try:
            yield watch
        finally:
            watches = self._watches[conversation_id]
            watches.discard(watch)
            if not watches:
                del self._watches[conversation_id]
                self._versions.pop(conversation_id, None)

    def saw(self, conversation_id: uuid.UUID) -> None:
        """Somebody looks without a stream: that counts as being there too."""
        self._polling.add(conversation_id)

    def wake(self, changed: set[uuid.UUID]) -> None:
        """In the event loop's own thread."""
        for conversation_id in changed:
            for watch in self._watches.get(conversation_id, ()):
                watch.wake()

    def close(self) -> None:
        """Ends all streams; their browsers come back to another process."""
        self.is_closing = True
        self.wake(set(self._watches))

    async def run(self) -> None:
        """Never ends."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                await self._look()
                await self._tell_seen()
            except SQLAlchemyError as error:
                _log.error("poll_failed", kind=type(error).__name__)

    async def _look(self) -> None:
        ids = list(self._watches)
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            found = await self._storage.read(partial(_versions, part))
            # An erased conversation has no version any more.
            versions = {one: found.get(one, ()) for one in part if one in self._watches}
            self.wake({one for one, new in versions.items() if self._versions.get(one) != new})
            self._versions |= versions

    async def _tell_seen(self) -> None:
        now = self._now()
        if self._seen_at is not None and timedelta(0) <= now - self._seen_at < _SEEN:
            return
        self._seen_at = now
        ids = [*{*self._watches, *self._polling}]
        self._polling.clear()
        for start in range(0, len(ids), _AT_ONCE):
            part = ids[start : start + _AT_ONCE]
            await self._storage.write(partial(_mark_seen, part, now))


def _versions(ids: Sequence[uuid.UUID], session: Session) -> dict[uuid.UUID, Version]:
    # By who has claimed it: an answer without a word changes nothing else.
    columns = (
        Conversation.last_sequence,
        Conversation.state,
        Conversation.assignee_id,
        Conversation.claimed_by,
    )
    rows = session.execute(select(Conversation.id, *columns).where(Conversation.id.in_(ids)))
    return {row[0]: tuple(row[1:]) for row in rows}


def _mark_seen(ids: Sequence[uuid.UUID], now: datetime, session: Session) -> None:
    session.execute(
        update(Conversation).where(Conversation.id.in_(ids)).values(visitor_seen_at=now)
    )
