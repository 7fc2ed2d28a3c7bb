"""Brings the whole bot up, with the steps that a person sees."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.run.database import migrate
from bot.run.first_use import look_at_database, runs_as_demo
from bot.run.plan import plan
from bot.run.signals import on_ending
from bot.run.supervisor import Supervisor
from bot.settings import ENGINES_FILE
from bot.setup.progress import Progress

STEPS = 3


@dataclass(frozen=True, slots=True)
class Running:
    """`state` is a word of `bot.demo.outcome`: how the accounts of the database stand."""

    supervisor: Supervisor
    state: str


@contextmanager
def running_bot(*, steps_done: int = 0) -> Iterator[Running]:
    """The running bot; leaving the context stops it. Raises RunFailed, SetupFailed or Stopped."""
    progress = Progress(steps_done + STEPS, done=steps_done)
    supervisor = plan()
    # Left by an earlier run, it would name engines that are gone.
    ENGINES_FILE.unlink(missing_ok=True)
    with on_ending(supervisor.request_stop), supervisor:
        with progress.step("Database bijwerken"):
            migrate()
        with progress.step("Mensen en voorbeelden klaarzetten"):
            state = look_at_database()
        supervisor.tell(DEMO="ja" if runs_as_demo(state, os.environ) else "nee")
        supervisor.check()
        supervisor.launch()
        with progress.step("Starten en een proefvraag stellen"):
            supervisor.wait_until_ready()
        yield Running(supervisor, state)
