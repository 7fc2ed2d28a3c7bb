"""`python -m bot.worker`: works until SIGTERM or Ctrl-C."""

from __future__ import annotations

import signal
import threading

from bot import clock
from bot.db.session import default_engine
from bot.engines.listed import EngineList, with_engines_of_now
from bot.quiet_logs import hush, install
from bot.settings import load_settings
from bot.worker.duties import Roster
from bot.worker.loop import run


def main() -> None:
    install()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    settings = load_settings()
    settings.worker_heartbeat.parent.mkdir(parents=True, exist_ok=True)
    engine = default_engine()
    hush()
    run(
        engine,
        settings,
        stop,
        now=clock.now,
        roster=Roster(),
        refreshed=with_engines_of_now(EngineList()),
        alive=settings.worker_heartbeat.touch,
    )


if __name__ == "__main__":
    main()
