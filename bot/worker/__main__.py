"""`python -m bot.worker`: works until SIGTERM or Ctrl-C."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

from bot import clock
from bot.db.session import default_engine
from bot.quiet_logs import hush, install
from bot.settings import REPOSITORY, load_settings
from bot.worker.duties import Roster
from bot.worker.loop import run

_HEARTBEAT = REPOSITORY / "var" / "worker.alive"


def main() -> None:
    install()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    heartbeat = Path(os.environ.get("WORKER_HEARTBEAT", _HEARTBEAT))
    engine = default_engine()
    hush()
    run(
        engine,
        load_settings(),
        stop,
        now=clock.now,
        roster=Roster(),
        # A file whose age tells whether rounds are still being made.
        alive=heartbeat.touch,
    )


if __name__ == "__main__":
    main()
