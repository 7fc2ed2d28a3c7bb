"""Lets the engines forget, from a process without an event loop. Raises httpx2.HTTPError."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.engines.asking import ask
from bot.engines.choice import engine_for
from bot.settings import Settings

_SECONDS = 10.0


def erase_tracker(settings: Settings, sender: str) -> None:
    """What the engine that has this conversation remembers of it."""
    url = engine_for(sender, settings.engine_urls)
    _erased(settings, url, "erase", {"sender": sender})


def forget_silent(settings: Settings, since: datetime) -> int:
    """Every conversation that an engine heard nothing of since then; returns how many.

    Each engine is asked: the trackers are shared, what an engine has in memory is not.
    """
    before = {"before": since.timestamp()}
    return sum(_erased(settings, url, "forget", before) for url in settings.engine_urls)


def _erased(settings: Settings, url: str, path: str, body: Mapping[str, object]) -> int:
    reply = ask(url, path, body, secret=settings.engine_secret or "", timeout=_SECONDS)
    return int(reply["erased"])
