"""Work on the database from an action: one transaction, off the event loop, bounded in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.db.session import session_scope

# Rasa would wait 300 s while its lock lasts 60 s. After this the parent hears that it failed; the
# thread may still commit, and the unique key then makes a second try find what it wrote.
LONGEST_SECONDS = 8.0


async def in_transaction[T](work: Callable[[Session], T]) -> T:
    """Run `work` in a transaction of its own; raises TimeoutError when it takes too long."""

    def run() -> T:
        with session_scope() as session:
            return work(session)

    return await asyncio.wait_for(asyncio.to_thread(run), LONGEST_SECONDS)
