"""`python3 -m bot.setup <goal>`: prepare what a goal needs, then start it where it starts."""

from __future__ import annotations

import os
import signal
import sys
from typing import Sequence

from bot.setup import steps
from bot.setup.failure import SetupFailed
from bot.setup.once import one_at_a_time
from bot.setup.paths import APP, ROOT, VAR, python_of
from bot.setup.progress import Progress

READY = (steps.TOOLS, steps.APP, steps.ENGINE_ENVIRONMENT, steps.DUTCH, steps.TRAIN)
GOALS = {
    "app": (steps.TOOLS, steps.APP),
    "model": (steps.TOOLS, steps.ENGINE_ENVIRONMENT, steps.DUTCH_AGAIN),
    "train": READY,
    "run": READY,
    "chat": READY,
}
# What a goal starts afterwards: the module, and how many steps of its own that shows.
STARTS = {"run": ("bot.run", 3), "chat": ("bot.run.chat", 3)}


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in GOALS:
        print(f"Gebruik: python3 -m bot.setup {{{','.join(GOALS)}}}", file=sys.stderr)
        return 2
    goal = arguments[0]
    module, more = STARTS.get(goal, ("", 0))
    try:
        with one_at_a_time(VAR / "setup.lock"):
            _prepare(GOALS[goal], more)
    except SetupFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Gestopt. Een volgende keer gaat het verder waar het was.", file=sys.stderr)
        return 130
    if module:
        _become(module, len(GOALS[goal]))
    return 0


def _prepare(tasks: Sequence[steps.Task], more: int) -> None:
    progress = Progress(len(tasks) + more)
    for task in tasks:
        with progress.step(task.title) as step:
            task.work(step)


def _become(module: str, done: int) -> None:
    # One process and not two: a signal for `make` reaches the supervisor itself.
    os.chdir(str(ROOT))
    python = str(python_of(APP))
    os.execv(python, [python, "-m", module, "--after", str(done)])


if __name__ == "__main__":
    # As with Ctrl-C: the command under way is ended first.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main(sys.argv[1:]))
