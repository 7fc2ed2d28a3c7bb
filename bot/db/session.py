"""The transaction boundary: callers open a session here, services only use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.db.engine import make_engine
from bot.settings import load_settings


@cache
def default_engine() -> Engine:
    """The engine of this process, made at its first use from DATABASE_URL."""
    return make_engine(load_settings().database_url)


@contextmanager
def session_scope(engine: Engine | None = None, *, read_only: bool = False) -> Iterator[Session]:
    """One transaction: committed at the end, rolled back when anything is raised.

    `read_only` does not wait for writers; on PostgreSQL it also refuses to write.
    """
    bound = engine or default_engine()
    if read_only:
        bound = bound.execution_options(read_only=True, postgresql_readonly=True)
    # What was read stays readable after the commit, so that a reply can be written from it.
    with Session(bound, expire_on_commit=False) as session, session.begin():
        yield session
