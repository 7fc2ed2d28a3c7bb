"""Brings the whole bot up, with the steps that a person sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.run.database import migrate
from bot.run.plan import plan
from bot.run.signals import on_ending
from bot.run.supervisor import Supervisor
from bot.setup.progress import Progress

STEPS = 2


@contextmanager
def running_bot(*, steps_done: int = 0) -> Iterator[Supervisor]:
    """The running bot; leaving the context stops it. Raises RunFailed, SetupFailed or Stopped."""
    progress = Progress(steps_done + STEPS, done=steps_done)
    supervisor = plan()
    with on_ending(supervisor.request_stop), supervisor:
        with progress.step("Database bijwerken"):
            migrate()
        supervisor.check()
        supervisor.launch()
        with progress.step("Starten en een proefvraag stellen"):
            supervisor.wait_until_ready()
        yield supervisor
