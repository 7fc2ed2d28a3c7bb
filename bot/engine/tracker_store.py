"""One row per conversation: a snapshot and the last turns, so that message 400 costs what 1 did.

Rasa's own stores keep every event and replay all of them for each message. Here the slots, the
open form and the last turns are enough to go on, and erasing a conversation is deleting a row.
What a row says is encrypted.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Optional

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.pool import QueuePool

from bot.engine.recent import Recent, Written
from bot.engine.snapshot import shorten
from bot.engine.tracker_cipher import load_cipher

DEFAULT_URL = "sqlite:///var/gesprekken.db"
_METADATA = sa.MetaData()
TRACKERS = sa.Table(
    "trackers",
    _METADATA,
    sa.Column("conversation_id", sa.String(255), primary_key=True),
    sa.Column("events", sa.Text, nullable=False),
    # Also tells whether what is remembered of the row is still what it holds.
    sa.Column("last_message_at", sa.Float(53), nullable=False, index=True),
)
_THIS = TRACKERS.c.conversation_id == sa.bindparam("this")
_VERSION = sa.select(TRACKERS.c.last_message_at).where(_THIS)
_EVENTS = sa.select(TRACKERS.c.events).where(_THIS)
_UPDATE = sa.update(TRACKERS).where(_THIS)
_DELETE = sa.delete(TRACKERS).where(_THIS)
_IS_SILENT = TRACKERS.c.last_message_at < sa.bindparam("moment")
_SILENT = sa.select(TRACKERS.c.conversation_id).where(_IS_SILENT)
_DELETE_SILENT = _DELETE.where(_IS_SILENT)


def _create_table(engine: sa.engine.Engine) -> None:
    try:
        _METADATA.create_all(engine)
    except sa.exc.DBAPIError:
        # Two engines that start together on a new database both see none; by now it is there.
        _METADATA.create_all(engine)


class SnapshotTrackerStore(TrackerStore):
    """Keeps a shortened tracker per conversation in SQLite or PostgreSQL."""

    def __init__(
        self,
        domain: Optional[Domain],
        host: Optional[str] = None,
        event_broker: Optional[EventBroker] = None,
        url: Optional[str] = None,
        turns: int = 6,
        **kwargs: Any,
    ) -> None:
        self._turns = turns
        self._recent = Recent()
        self._cipher = load_cipher()
        self._engine = _connect(os.environ.get("TRACKER_DATABASE_URL") or url or DEFAULT_URL)
        _create_table(self._engine)
        super().__init__(domain, event_broker, **kwargs)

    async def create_tracker(
        self, sender_id: str, append_action_listen: bool = True
    ) -> DialogueStateTracker:
        """A new conversation; not written before there is something to remember of it."""
        tracker = self.init_tracker(sender_id)
        if append_action_listen:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        await self.stream_events(tracker)
        events = shorten(list(tracker.events), turns=self._turns)
        texts = self._recent.texts(tracker.sender_id, events)
        version = time.time()
        stored = self._cipher.encrypt(f"[{','.join(texts)}]")
        self._write(tracker.sender_id, {"events": stored, "last_message_at": version})
        self._recent.keep(tracker.sender_id, Written(version, tuple(events), texts))

    def _write(self, conversation: str, row: dict[str, Any]) -> None:
        # Should this fail, the database holds the older row and `_recent` what fits it.
        with self._engine.begin() as connection:
            if connection.execute(_UPDATE, {"this": conversation, **row}).rowcount == 0:
                connection.execute(sa.insert(TRACKERS), {"conversation_id": conversation, **row})

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        events = self._events(sender_id)
        if events is None:
            return None
        return DialogueStateTracker.from_events(
            sender_id,
            events,
            self.domain.slots,
            max_event_history=self.max_event_history,
            domain=self.domain,
        )

    def _events(self, conversation: str) -> Optional[list[Event]]:
        with self._engine.connect() as connection:
            version = connection.execute(_VERSION, {"this": conversation}).scalar_one_or_none()
            if version is None:
                return None
            recent = self._recent.events(conversation, version)
            if recent is not None:
                return list(recent)
            stored = connection.execute(_EVENTS, {"this": conversation}).scalar_one()
        return deserialise_events(json.loads(self._cipher.decrypt(stored)))

    async def keys(self) -> Iterable[str]:
        with self._engine.connect() as connection:
            return list(connection.execute(sa.select(TRACKERS.c.conversation_id)).scalars())

    async def delete(self, sender_id: str) -> None:
        """Erase a conversation completely: what Rasa's own stores cannot do."""
        self._recent.forget(sender_id)
        with self._engine.begin() as connection:
            connection.execute(_DELETE, {"this": sender_id})

    async def delete_older(self, moment: float) -> int:
        """Erases what was silent since this moment, in seconds since 1970; returns how many."""
        with self._engine.begin() as connection:
            silent = connection.execute(_SILENT, {"moment": moment}).scalars().all()
            for conversation in silent:
                connection.execute(_DELETE_SILENT, {"this": conversation, "moment": moment})
        for conversation in silent:
            self._recent.forget(conversation)
        return len(silent)


def _connect(url: str) -> sa.engine.Engine:
    """Its errors do not show the values of a statement: Rasa logs them, and they are what was typed."""
    if not url.startswith("sqlite"):
        return sa.create_engine(url, future=True, pool_pre_ping=True, hide_parameters=True)
    options = {"timeout": 5, "check_same_thread": False}
    # Without a pool SQLAlchemy opens and closes the file for every message.
    engine = sa.create_engine(
        url, future=True, connect_args=options, poolclass=QueuePool, hide_parameters=True
    )
    if engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)

    @sa.event.listens_for(engine, "connect")
    def _speed_up(connection: Any, _record: Any) -> None:
        # Write-ahead logging: a reader never waits for the writer, and one sync per commit.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine
