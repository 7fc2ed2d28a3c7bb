"""The worker's rounds: do the duties, deliver what is due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings
from bot.worker.channels import CHANNELS, Prepare
from bot.worker.deliver import deliver_one
from bot.worker.duties import Roster

#: Seconds between rounds that found nothing.
PAUSE = 1.0
_BUSY_ROUND = 100
_log = structlog.get_logger("worker")


def run(
    engine: Engine,
    settings: Settings,
    stop: threading.Event,
    *,
    now: Callable[[], datetime],
    roster: Roster,
    channels: Mapping[str, Prepare] = CHANNELS,
    alive: Callable[[], None] = lambda: None,
    refreshed: Callable[[Settings], Settings] = lambda settings: settings,
) -> None:
    """Goes round until `stop` is set; a message in work is finished first.

    `refreshed` gives the settings anew at every round, for what may change while it runs.
    """
    while not stop.is_set():
        alive()
        settings = refreshed(settings)
        try:
            busy = one_round(engine, settings, stop, now=now, roster=roster, channels=channels)
        except SQLAlchemyError as error:
            # The database is away or full: nothing is lost, the next round finds it again.
            _log.error("round_failed", kind=type(error).__name__)
            busy = False
        if not busy:
            stop.wait(PAUSE)


def one_round(
    engine: Engine,
    settings: Settings,
    stop: threading.Event,
    *,
    now: Callable[[], datetime],
    roster: Roster,
    channels: Mapping[str, Prepare],
) -> bool:
    """True when there may be more to deliver."""
    roster.work(engine, settings, now())
    for _ in range(_BUSY_ROUND):
        if stop.is_set() or not deliver_one(engine, settings, now, channels):
            return False
    return True
