"""Database engines: where the file is, and how SQLite has to be set up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

from bot.db.tables import load_tables
from bot.settings import REPOSITORY

_BUSY_TIMEOUT_MS = 5000
_MEMORY = (None, "", ":memory:")


def absolute_url(database_url: str, root: Path = REPOSITORY) -> URL:
    """The URL, with a relative SQLite path counted from the repository root."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or url.database in _MEMORY:
        return url
    assert url.database is not None
    return url.set(database=str(root / url.database))


def make_engine(database_url: str) -> Engine:
    """An engine for the URL; makes the folder of an SQLite file when it is not there yet.

    Its errors do not show the values of a statement: those are personal data.
    """
    load_tables()
    url = absolute_url(database_url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if url.database not in _MEMORY:
        assert url.database is not None
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN comes too late for savepoints, so `_begin_sqlite` sends it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another wrote in between;
    # one that asks for the write lock at its start waits for its turn.
    reading = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
