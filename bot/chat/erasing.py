"""Erasing for a visitor: at once here, and in the engine as soon as it answers."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from bot.chat.storage import Storage
from bot.destruction.conversation import Kept, erase_whole, finish_erasure
from bot.engines.client import EngineAway, EngineLost
from bot.engines.pool import EnginePool
from bot.engines.replies import Garbage
from bot.requests.kinds import KINDS

_SECONDS = 5.0
_log = structlog.get_logger("chat")


def kept_nl(kept: Kept) -> dict[str, str]:
    """A request that stays, and why (AVG artikel 17 lid 3 onder b)."""
    name = KINDS[kept.kind].name_nl if kept.kind in KINDS else "verzoek"
    return {
        "reference": kept.reference,
        "why": f"U diende uw {name} in. De school moet u daarop antwoorden, daarom blijft dat "
        "bewaard.",
    }


async def erase_tracker(storage: Storage, engines: EnginePool, sender: str, now: datetime) -> None:
    """What the engine remembers. Does it not answer, then the worker goes on trying."""

    def remember(session: Session) -> None:
        erase_whole(session, sender, now)

    await storage.write(remember)
    try:
        await engines.of(sender).erase(sender, seconds=_SECONDS)
    except (EngineAway, EngineLost, Garbage) as error:
        _log.warning("erasure_waits_for_engine", kind=type(error).__name__)
        return
    await storage.write(lambda session: finish_erasure(session, sender))
