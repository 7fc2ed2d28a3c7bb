"""Breaks a connection while a migration writes, and shows what stands in a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, event, inspect, text

_ONLY_READS = ("SELECT", "PRAGMA", "BEGIN", "SHOW")
_MARKS_THE_REVISION = ("UPDATE alembic_version", "INSERT INTO alembic_version")


class Breaker:
    """Counts the statements that write, and breaks the connection of the one that is chosen."""

    def __init__(self, chosen: Callable[[int, str], bool]) -> None:
        self._chosen = chosen
        self.written = 0
        self.broken = False

    def __call__(self, connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(_ONLY_READS):
            return
        self.written += 1
        if not self.broken and self._chosen(self.written, statement):
            self.broken = True
            _break(connection)


@contextmanager
def breaking(chosen: Callable[[int, str], bool]) -> Iterator[Breaker]:
    """For every connection of this process, until the block ends."""
    breaker = Breaker(chosen)
    event.listen(Engine, "before_cursor_execute", breaker)
    try:
        yield breaker
    finally:
        event.remove(Engine, "before_cursor_execute", breaker)


def at_the_end(_number: int, statement: str) -> bool:
    """Everything is done, but for writing down that it is."""
    return statement.startswith(_MARKS_THE_REVISION)


def _break(connection: Connection) -> None:
    """The statement that comes now gets a real error of the database."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    if connection.dialect.name == "sqlite":
        # Interrupts what runs after so many steps, once: the way back must be open.
        answers = iter([1])
        raw.set_progress_handler(lambda: next(answers, 0), 1)
        return
    url = connection.engine.url
    with psycopg.connect(host=url.query["host"], user=url.username, dbname="postgres") as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [raw.info.backend_pid])


def standing(engine: Engine) -> dict[str, tuple[Any, ...]]:
    """Table -> its columns, keys, constraints and indexes, and its rows as they are stored."""
    found: dict[str, tuple[Any, ...]] = {}
    with engine.connect() as connection:
        looking = inspect(connection)
        for name in looking.get_table_names():
            rows = connection.execute(text(f'SELECT * FROM "{name}"')).all()
            kinds = [(one["name"], str(one["type"])) for one in looking.get_columns(name)]
            rules = (
                looking.get_pk_constraint(name),
                looking.get_foreign_keys(name),
                looking.get_unique_constraints(name),
                looking.get_indexes(name),
            )
            found[name] = (kinds, *map(_settled, rules), sorted(map(repr, rows)))
    return found


def _settled(rules: Any) -> list[str]:
    return sorted(map(_told, rules if isinstance(rules, list) else [rules]))


def _told(rule: dict[str, Any]) -> str:
    # The condition of an index is an object, which says where it lies in memory.
    options = {name: str(value) for name, value in rule.get("dialect_options", {}).items()}
    return repr(rule | {"dialect_options": options})
