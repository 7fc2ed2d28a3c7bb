"""Databases of a moment, on SQLite and on PostgreSQL: new ones, and copies of what stands in one."""

from __future__ import annotations

import shutil
from functools import cache
from itertools import count
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, make_url, text

from bot.db.engine import make_engine
from bot.db.schema import migration_config, upgrade
from tests.db.earlier_release import fill

#: Every release's last migration, the oldest first.
REVISIONS = [
    one.revision
    for one in ScriptDirectory.from_config(migration_config("sqlite://")).walk_revisions()
][::-1]
_names = count(1)


class Files:
    """SQLite."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self, like: str | None = None) -> str:
        path = self._folder / f"{next(_names)}.db"
        if like is not None:
            shutil.copy(str(make_url(like).database), path)
        return f"sqlite:///{path}"


class Server:
    """PostgreSQL."""

    def __init__(self, url: str) -> None:
        self._url = url

    def new(self, like: str | None = None) -> str:
        name = f"release_{next(_names)}"
        template = make_url(like).database if like else "template1"
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        engine.dispose()
        return make_url(self._url).set(database=name).render_as_string(hide_password=False)


class Releases:
    """Databases as each release left them."""

    def __init__(self, where: Files | Server) -> None:
        self._where = where
        self._empty = cache(self._made)

    def left_by(self, revision: str | None) -> Engine:
        """One of its own, with rows in every table; without a revision one before the first."""
        engine = make_engine(self._where.new(like=self._empty(revision) if revision else None))
        if revision is not None:
            fill(engine, revision)
        return engine

    def _made(self, revision: str) -> str:
        place = REVISIONS.index(revision)
        url = self._where.new(like=self._empty(REVISIONS[place - 1]) if place else None)
        upgrade(url, revision)
        return url
