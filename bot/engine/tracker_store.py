"""One row per conversation: a snapshot and the last turns, so that message 400 costs what 1 did.

Rasa's own stores keep every event and replay all of them for each message. Here the slots, the
open form and the last turns are enough to go on, and erasing a conversation is deleting a row.
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
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.snapshot import shorten

DEFAULT_URL = "sqlite:///var/gesprekken.db"
_METADATA = sa.MetaData()
TRACKERS = sa.Table(
    "trackers",
    _METADATA,
    sa.Column("conversation_id", sa.String(255), primary_key=True),
    sa.Column("events", sa.Text, nullable=False),
    sa.Column("last_message_at", sa.Float, nullable=False, index=True),
)


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
        self._engine = _connect(os.environ.get("TRACKER_DATABASE_URL") or url or DEFAULT_URL)
        _METADATA.create_all(self._engine)
        super().__init__(domain, event_broker, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        await self.stream_events(tracker)
        events = shorten(list(tracker.events), turns=self._turns)
        row = {
            "events": json.dumps([event.as_dict() for event in events]),
            "last_message_at": time.time(),
        }
        with self._engine.begin() as connection:
            where = TRACKERS.c.conversation_id == tracker.sender_id
            if connection.execute(sa.update(TRACKERS).where(where).values(**row)).rowcount == 0:
                connection.execute(
                    sa.insert(TRACKERS).values(conversation_id=tracker.sender_id, **row)
                )

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        with self._engine.connect() as connection:
            text = connection.execute(
                sa.select(TRACKERS.c.events).where(TRACKERS.c.conversation_id == sender_id)
            ).scalar_one_or_none()
        if text is None:
            return None
        return DialogueStateTracker.from_events(
            sender_id,
            deserialise_events(json.loads(text)),
            self.domain.slots,
            max_event_history=self.max_event_history,
            domain=self.domain,
        )

    async def keys(self) -> Iterable[str]:
        with self._engine.connect() as connection:
            return list(connection.execute(sa.select(TRACKERS.c.conversation_id)).scalars())

    async def delete(self, sender_id: str) -> None:
        """Erase a conversation completely: what Rasa's own stores cannot do."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(TRACKERS).where(TRACKERS.c.conversation_id == sender_id))


def _connect(url: str) -> sa.engine.Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url, future=True, pool_pre_ping=True)
    engine = sa.create_engine(url, future=True, connect_args={"timeout": 5})
    if engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)

    @sa.event.listens_for(engine, "connect")
    def _speed_up(connection: Any, _record: Any) -> None:
        # Write-ahead logging: a reader never waits for the writer, and one sync per commit.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine
