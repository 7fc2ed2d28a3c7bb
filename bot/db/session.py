"""The transaction boundary: callers open a session here, services only use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

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

    `read_only` does not wait for writers and sees one moment, whatever they commit meanwhile; on
    PostgreSQL it also refuses to write.
    """
    bound = engine or default_engine()
    # What was read stays readable after the commit, so that a reply can be written from it.
    with Session(bound, expire_on_commit=False) as session, session.begin():
        if read_only:
            # Of this connection and not of the engine: another scope on that engine may write.
            session.connection(execution_options=_reading(bound))
        yield session


def _reading(engine: Engine) -> dict[str, Any]:
    options: dict[str, Any] = {"read_only": True}
    if engine.dialect.name == "postgresql":
        # By itself each statement sees another moment: no answer yet, and nobody working on one.
        options |= {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
    return options
