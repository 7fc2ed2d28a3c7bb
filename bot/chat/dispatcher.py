"""Takes the messages that wait for the bot to their engine, and stores what comes back."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.chat import notices, turns
from bot.chat.erasing import erase_tracker
from bot.chat.storage import Storage
from bot.chat.turns import Turn
from bot.engines.client import EngineAway, EngineClient, EngineLost
from bot.engines.pool import EnginePool
from bot.engines.replies import Answer, Garbage

#: Seconds after which a visitor hears that it takes longer; two are promised.
PATIENCE = 1.5
SWEEP_SECONDS = 1.0
#: A message that the engine was given so often without an answer is given up.
MOST_TRIES = 3
_log = structlog.get_logger("chat")


class Dispatcher:
    """Works on any number of conversations at once, on one message of each."""

    def __init__(
        self,
        storage: Storage,
        engines: EnginePool,
        now: Callable[[], datetime],
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._storage = storage
        self._engines = engines
        self._now = now
        self._patience = patience
        self.name = f"{socket.gethostname()[:24]}-{os.getpid()}-{secrets.token_hex(6)}"
        self._working: dict[uuid.UUID, asyncio.Task[None]] = {}
        self._tries: dict[tuple[uuid.UUID, int], int] = {}
        # Conversations whose visitor knows that the engine is away, by the engine.
        self._told: dict[uuid.UUID, str] = {}
        self._look = asyncio.Event()
        self._stopping = False

    def begin(self, turn: Turn) -> None:
        """Goes on with a turn that was claimed in this dispatcher's name."""
        if self._stopping:
            return
        task = asyncio.create_task(self._work(turn))
        self._working[turn.conversation_id] = task
        task.add_done_callback(lambda _: self._done(turn.conversation_id, task))

    def sweep_soon(self) -> None:
        self._look.set()

    async def run(self) -> None:
        """Never ends: picks up what was left behind, by a restart, an outage or another process."""
        while True:
            try:
                await self._sweep()
            except SQLAlchemyError as error:
                _log.error("sweep_failed", kind=type(error).__name__)
            await self._pause()

    async def renew(self) -> None:
        """Never ends: keeps what is being worked on."""
        while True:
            await asyncio.sleep(turns.LEASE.total_seconds() / 3)
            ids = list(self._working)
            if not ids:
                continue
            try:
                await self._storage.write(partial(self._renew, ids))
            except SQLAlchemyError as error:
                _log.error("renewal_failed", kind=type(error).__name__)

    async def stop(self, grace: float) -> None:
        """Lets answers come in for so many seconds; what is left goes to whoever comes next."""
        self._stopping = True
        tasks = list(self._working.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _done(self, conversation_id: uuid.UUID, task: asyncio.Task[None]) -> None:
        if self._working.get(conversation_id) is task:
            del self._working[conversation_id]
        if not task.cancelled() and task.exception() is not None:
            # Its claim runs out, and the sweep finds it again.
            _log.error("turn_failed", kind=type(task.exception()).__name__)

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(SWEEP_SECONDS):
                await self._look.wait()
        except TimeoutError:
            pass
        self._look.clear()

    async def _sweep(self) -> None:
        waiting = await self._storage.read(lambda session: turns.left_behind(session, self._now()))
        self._forget_all_but({conversation_id for conversation_id, _ in waiting})
        for conversation_id, sender in waiting:
            if self._stopping or conversation_id in self._working:
                continue
            engine = self._engines.of(sender)
            if not engine.is_up and self._told.get(conversation_id) == engine.url:
                continue
            turn = await self._storage.write(partial(self._claim, conversation_id))
            if turn is not None:
                self.begin(turn)

    def _forget_all_but(self, waiting: set[uuid.UUID]) -> None:
        # Of conversations that were erased nothing else says that they are gone.
        known = waiting | set(self._working)
        self._tries = {key: count for key, count in self._tries.items() if key[0] in known}
        self._told = {key: url for key, url in self._told.items() if key in known}

    def _claim(self, conversation_id: uuid.UUID, session: Session) -> Turn | None:
        return turns.claim_by_id(session, conversation_id, self.name, self._now())

    def _renew(self, ids: list[uuid.UUID], session: Session) -> None:
        turns.renew(session, ids, self.name, self._now())

    async def _work(self, turn: Turn) -> None:
        following: Turn | None = turn
        while following is not None:
            turn = following
            try:
                following = await self._take(self._engines.of(turn.sender), turn)
            except asyncio.CancelledError:
                await self._leave(turn, reached=True)
                raise

    async def _take(self, engine: EngineClient, turn: Turn) -> Turn | None:
        """One message there and back; the next turn, or None when there is none now."""
        for tries in range(MOST_TRIES):
            again = turn.again or turn.key in self._tries
            if not engine.is_up:
                await self._wait_for(engine, turn, reached=again)
                return None
            answer = await self._try(engine, turn, again=again, tries=tries)
            if answer is not None:
                return await self._store(turn, answer)
            if self._tries.get(turn.key, 0) >= MOST_TRIES:
                break
        return await self._give_up(turn)

    async def _try(
        self, engine: EngineClient, turn: Turn, *, again: bool, tries: int
    ) -> Answer | None:
        """None when it gave no answer; it may be away by then."""
        try:
            return await self._patiently(engine, turn, again=again)
        except EngineAway:
            self._engines.mark_away(engine)
            return None
        except EngineLost as lost:
            # A connection that was closed while it lay idle looks the same: once more, at once.
            if tries > 0 or not lost.in_time:
                self._engines.mark_away(engine)
            _log.warning("engine_lost", engine=engine.url)
        except Garbage:
            _log.warning("engine_garbage", engine=engine.url)
            await self._tell(turn)
            await asyncio.sleep(tries)
        # How often the engine had it without an answer, outages in between included.
        self._tries[turn.key] = self._tries.get(turn.key, 0) + 1
        return None

    async def _patiently(self, engine: EngineClient, turn: Turn, *, again: bool) -> Answer:
        """The engine's answer; the visitor hears of it when that takes long."""
        call = asyncio.create_task(
            engine.answer(
                turn.sender,
                turn.message,
                turn.identity,
                again=again,
                emergency_told=turn.emergency_told,
            )
        )
        try:
            waited = max(timedelta(0), self._now() - turn.at).total_seconds()
            done, _ = await asyncio.wait((call,), timeout=max(0.2, self._patience - waited))
            if not done:
                await self._tell(turn)
            return await call
        finally:
            call.cancel()

    async def _store(self, turn: Turn, answer: Answer) -> Turn | None:
        self._forget(turn)
        following, erased = await self._storage.write(
            lambda session: (
                turns.finish(session, turn, self.name, answer, self._now()),
                turns.is_erased(session, turn),
            )
        )
        if erased:
            # Erased while the engine had its message: what the engine remembers goes as well.
            await erase_tracker(self._storage, self._engines, turn.sender, self._now())
        return following

    async def _wait_for(self, engine: EngineClient, turn: Turn, *, reached: bool) -> None:
        """Leaves the turn until the engine is back; the visitor is told once."""
        await self._tell(turn)
        self._told[turn.conversation_id] = engine.url
        await self._leave(turn, reached=reached)

    async def _leave(self, turn: Turn, *, reached: bool) -> None:
        await self._storage.write(
            lambda session: turns.leave(session, turn, self.name, self._now(), reached=reached)
        )

    async def _tell(self, turn: Turn) -> None:
        await self._storage.write(
            lambda session: notices.tell_outage(session, turn, self.name, self._now())
        )

    async def _give_up(self, turn: Turn) -> Turn | None:
        self._forget(turn)
        _log.error("message_given_up")
        return await self._storage.write(
            lambda session: notices.give_up(session, turn, self.name, self._now())
        )

    def _forget(self, turn: Turn) -> None:
        self._tries.pop(turn.key, None)
        self._told.pop(turn.conversation_id, None)
