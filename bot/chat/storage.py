"""The chat's way to the database, off the event loop.

On SQLite every commit waits for the disk and only one may write. So what is to be written while a
commit runs goes into the next one together, each part whole or not at all: at fifty visitors that
is one wait for the disk instead of fifty.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from typing import Any

from anyio import CapacityLimiter, to_thread
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.chat.changes import HELD_BACK, changed_in
from bot.db.session import session_scope

_MOST_TOGETHER = 64
_AT_ONCE = 4
Changed = Callable[[set[uuid.UUID]], None]


class Storage:
    """`changed` hears which conversations a commit changed; `engine` is asked at each use."""

    def __init__(self, engine: Callable[[], Engine], changed: Changed) -> None:
        self._engine = engine
        self._changed = changed
        self._waiting: list[tuple[Callable[[Session], Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._one = CapacityLimiter(1)
        # More threads than this only wait for each other, and for connections beyond the pool's.
        self._few = CapacityLimiter(_AT_ONCE)

    async def read[T](self, work: Callable[[Session], T]) -> T:
        def run() -> T:
            with session_scope(self._engine(), read_only=True) as session:
                return work(session)

        return await to_thread.run_sync(run, limiter=self._few)

    async def write[T](self, work: Callable[[Session], T]) -> T:
        """Returns when it is on the disk. Raises what `work` raises, and then changed nothing."""
        if self._engine().dialect.name != "sqlite":
            return await to_thread.run_sync(self._alone, work, limiter=self._few)
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        # Somebody who stops waiting does not take the others' commit away.
        return await asyncio.shield(future)

    def _alone[T](self, work: Callable[[Session], T]) -> T:
        with session_scope(self._engine()) as session:
            return work(session)

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_MOST_TOGETHER], self._waiting[_MOST_TOGETHER:]
            try:
                outcomes, changed = await to_thread.run_sync(
                    self._together, [work for work, _ in batch], limiter=self._one
                )
            except Exception as error:
                outcomes, changed = [error] * len(batch), set()
            self._changed(changed)
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                _tell(future, outcome)

    def _together(self, works: list[Callable[[Session], Any]]) -> tuple[list[Any], set[uuid.UUID]]:
        if len(works) == 1:
            return self._by_itself(works[0])
        outcomes: list[Any] = []
        changed: set[uuid.UUID] = set()
        with self._engine().begin() as connection:
            for work in works:
                session = Session(
                    connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
                )
                # What a savepoint changed is nobody's business before the commit around it.
                session.info[HELD_BACK] = True
                try:
                    with session, session.begin():
                        outcomes.append(_Result(work(session)))
                except Exception as error:
                    outcomes.append(error)
                else:
                    changed |= changed_in(session)
        return outcomes, changed

    def _by_itself(self, work: Callable[[Session], Any]) -> tuple[list[Any], set[uuid.UUID]]:
        with session_scope(self._engine()) as session:
            session.info[HELD_BACK] = True
            outcome = _Result(work(session))
        return [outcome], changed_in(session)


class _Result:
    def __init__(self, value: Any) -> None:
        self.value = value


def _tell(future: asyncio.Future[Any], outcome: Any) -> None:
    if future.cancelled():
        return
    if isinstance(outcome, _Result):
        future.set_result(outcome.value)
    else:
        future.set_exception(outcome)
