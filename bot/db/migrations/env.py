"""Alembic's entry: connects to DATABASE_URL and runs the migrations in one transaction."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import Connection, event

from bot.db.base import Base
from bot.db.engine import make_engine
from bot.db.tables import load_tables
from bot.quiet_logs import hush, install
from bot.settings import load_settings


def _database_url() -> str:
    return context.config.attributes.get("database_url") or load_settings().database_url


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        # SQLite cannot alter a table in place; and with us its DDL does roll back.
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
        _check_foreign_keys(connection)


def _without_foreign_keys(connection: Any, _record: Any) -> None:
    # SQLite rebuilds a table by dropping the old one, which foreign keys would forbid. They cannot
    # be switched off inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"rows would point nowhere in: {sorted({row[0] for row in broken})}")


def _run_online() -> None:
    engine = make_engine(_database_url())
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _without_foreign_keys)
    try:
        with engine.connect() as connection:
            _run(connection)
    finally:
        engine.dispose()


if context.config.cmd_opts is not None:
    # Started as a program: what breaks on somebody's data may not be told with that data.
    install()
    hush()
load_tables()
if context.is_offline_mode():
    context.configure(
        url=_database_url(), target_metadata=Base.metadata, literal_binds=True, as_sql=True
    )
    with context.begin_transaction():
        context.run_migrations()
else:
    _run_online()
