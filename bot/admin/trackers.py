"""Puts what conversations remember under the newest key too, where it is under a key of ours.

An engine with a key file of its own, as in deploy/, keeps its trackers closed to us: those are left.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy import Engine, column, inspect, select, table, update
from sqlalchemy.engine import URL

from bot.db.engine import absolute_url, make_engine
from bot.encryption.cipher import Unreadable, is_newest, renew
from bot.settings import read_setting

DEFAULT_TRACKERS = "sqlite:///var/gesprekken.db"
#: The engine's own table; its code is in the other environment.
_NAME = "trackers"
_TRACKERS = table(_NAME, column("conversation_id"), column("events"))
# What older versions wrote plain, and the engine encrypts when it writes it again.
_PLAIN = "["


def tracker_url(environment: Mapping[str, str] | None = None) -> URL:
    given = os.environ if environment is None else environment
    return absolute_url(read_setting(given, "TRACKER_DATABASE_URL") or DEFAULT_TRACKERS)


def renew_trackers() -> int:
    """How many were renewed. A conversation that goes on meanwhile is left to the engine."""
    engine = _engine()
    if engine is None:
        return 0
    done = 0
    for conversation, old, new in _old_rows(engine):
        same = (_TRACKERS.c.conversation_id == conversation) & (_TRACKERS.c.events == old)
        with engine.begin() as connection:
            done += connection.execute(update(_TRACKERS).where(same).values(events=new)).rowcount
    engine.dispose()
    return done


def count_old_trackers() -> int:
    """How many a key of ours opens, and not the newest."""
    engine = _engine()
    if engine is None:
        return 0
    old = sum(1 for _ in _old_rows(engine))
    engine.dispose()
    return old


def _engine() -> Engine | None:
    """None where no engine has ever written."""
    url = tracker_url()
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return None
    if url.drivername == "postgresql":
        # The engine's driver is another one than ours.
        url = url.set(drivername="postgresql+psycopg")
    engine = make_engine(url.render_as_string(hide_password=False))
    return engine if inspect(engine).has_table(_NAME) else None


def _old_rows(engine: Engine) -> Iterator[tuple[str, str, str]]:
    """Conversation, its token and that token under the newest key."""
    with engine.connect() as connection:
        names = connection.execute(select(_TRACKERS.c.conversation_id)).scalars().all()
    for name in names:
        wanted = select(_TRACKERS.c.events).where(_TRACKERS.c.conversation_id == name)
        with engine.connect() as connection:
            token = connection.execute(wanted).scalar_one_or_none()
        if token is None or token.startswith(_PLAIN) or is_newest(token.encode()):
            continue
        try:
            yield name, token, renew(token.encode()).decode()
        except Unreadable:
            continue
