"""The faults: each breaks something for a moment, and leaves it to the processes to get well."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable

from sqlalchemy import Engine, text

from tests.faults.full_server import no_room_for
from tests.faults.house import House

Fault = Callable[[], None]


class Injections:
    """Seeded: the same faults in the same order at every run."""

    def __init__(self, house: House, database: Engine, chance: random.Random) -> None:
        self._house, self._database, self._chance = house, database, chance

    def plan(self, times: dict[str, int]) -> list[tuple[str, Fault]]:
        """So many of each kind, shuffled."""
        names = [name for name, count in times.items() for _ in range(count)]
        self._chance.shuffle(names)
        return [(name, self._fault(name)) for name in names]

    def _fault(self, name: str) -> Fault:
        kind, _, who = name.partition(" ")
        return lambda: getattr(self, f"_{kind}")(who)

    def _killed(self, who: str) -> None:
        for name in who.split("+"):
            self._house.kill(name)
        time.sleep(self._chance.uniform(0, 0.8))
        for name in who.split("+"):
            self._house.start(name)

    def _full(self, who: str) -> None:
        """On SQLite a process has no room for anything; on PostgreSQL the server has none for a table."""
        if self._database.dialect.name == "postgresql":
            with no_room_for(self._database, who):
                time.sleep(self._chance.uniform(2, 3))
            return
        self._house.fill_disk(who)
        time.sleep(self._chance.uniform(1, 2))
        self._house.empty_disk(who)

    def _cut(self, _: str) -> None:
        """The database is gone for a moment."""
        if self._database.dialect.name == "sqlite":
            self._lock_file(self._chance.uniform(1, 3))
        else:
            self._end_connections()

    def _long(self, _: str) -> None:
        """Longer than anything waits for it."""
        self._lock_file(6.0)

    def _lock_file(self, seconds: float) -> None:
        other = sqlite3.connect(str(self._database.url.database), isolation_level=None, timeout=30)
        other.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        other.execute("ROLLBACK")
        other.close()

    def _end_connections(self) -> None:
        """Again and again for a second, so that new ones are hit as well."""
        ends = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        for _ in range(5):
            with self._database.connect() as connection:
                connection.execute(text(ends))
            time.sleep(self._chance.uniform(0.05, 0.3))
