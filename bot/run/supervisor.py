"""Starts the processes, waits until they are ready, watches them and stops them all."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from bot.run.child import Child
from bot.run.failure import RunFailed
from bot.run.health import Check
from bot.run.processes import Process
from bot.setup.commands import last_lines
from bot.setup.paths import shown

POLL_SECONDS = 0.2
# A killed process may stay in the list where the system's first process clears nothing away.
KILL_SECONDS = 5.0


class Stopped(Exception):
    """Somebody asked to stop."""


class Supervisor:
    """Holds the children of one run; use as a context, which stops them on every way out.

    `commands` and `environments` are by process name; `grace` and `start_limit` are seconds.
    """

    def __init__(
        self,
        processes: Sequence[Process],
        *,
        commands: Mapping[str, Sequence[str]],
        environments: Mapping[str, Mapping[str, str]],
        addresses: Mapping[str, str],
        logs: Path,
        grace: float = 15.0,
        start_limit: float = 180.0,
    ) -> None:
        self.processes = processes
        self._commands = commands
        self._environments = {name: dict(own) for name, own in environments.items()}
        self.addresses = addresses
        self._logs = logs
        self._grace = grace
        self._start_limit = start_limit
        self._children: list[Child] = []
        # Not an Event: setting one from a signal handler can block on the wait that it interrupts.
        self._asked = False

    def __enter__(self) -> Supervisor:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def request_stop(self) -> None:
        """Ask for a stop, from a signal handler; asking again ends the patience."""
        if self._asked:
            self._grace = 0.0
        self._asked = True

    def tell(self, **variables: str) -> None:
        """Adds to the environment of every process; call it before the launch."""
        for environment in self._environments.values():
            environment.update(variables)

    def launch(self) -> None:
        """Start all; call it while this program has one thread (see Child.start)."""
        for process in self.processes:
            self._children.append(
                Child.start(
                    process.name,
                    self._commands[process.name],
                    environment=self._environments[process.name],
                    log=self._logs / f"{process.name}.log",
                )
            )

    def wait_until_ready(self) -> None:
        """Raises RunFailed when one ends or is late, Stopped on request."""
        deadline = time.monotonic() + self._start_limit
        for process in self.processes:
            self._wait_until_ready(process, deadline)

    def watch(self) -> NoReturn:
        """Never returns: raises Stopped on request, RunFailed when a child ends."""
        while True:
            self.check()
            time.sleep(POLL_SECONDS)

    def check(self) -> None:
        if self._asked:
            raise Stopped
        for child in self._children:
            if child.code is not None:
                raise RunFailed(_ended(child, child.code))

    def stop(self) -> None:
        """Stop every child and all that it started; kill what is left after the grace."""
        self._signal_all(signal.SIGTERM)
        self._wait_until_gone(lambda: self._grace)
        self._signal_all(signal.SIGKILL)
        self._wait_until_gone(lambda: KILL_SECONDS)
        self._children.clear()

    def _wait_until_ready(self, process: Process, deadline: float) -> None:
        address = self.addresses.get(process.name, "")
        self.check()
        for ready in process.ready:
            self._wait_for(ready, address, process, deadline)

    def _wait_for(self, ready: Check, address: str, process: Process, deadline: float) -> None:
        while not ready(address):
            self.check()
            if time.monotonic() > deadline:
                raise RunFailed(self._not_ready(process))
            time.sleep(POLL_SECONDS)

    def _not_ready(self, process: Process) -> str:
        log = self._logs / f"{process.name}.log"
        return (
            f"Het proces '{process.name}' ({process.title}) was na {self._start_limit:.0f} "
            f"seconden nog niet klaar.\n{last_lines(log)}\nHet hele verslag: {shown(log)}"
        )

    def _signal_all(self, number: signal.Signals) -> None:
        for child in self._children:
            child.signal(number)

    def _wait_until_gone(self, limit: Callable[[], float]) -> None:
        started = time.monotonic()
        # No generator: each child must be asked, for asking is what clears away a dead process.
        while not all([child.is_gone() for child in self._children]):  # noqa: C419
            if time.monotonic() - started >= limit():
                return
            time.sleep(POLL_SECONDS / 4)


def _ended(child: Child, code: int) -> str:
    how = f"met code {code}" if code >= 0 else f"door {signal.Signals(-code).name}"
    return (
        f"Het proces '{child.name}' is onverwacht gestopt ({how}); de rest is ook gestopt.\n"
        f"{last_lines(child.log)}\nHet hele verslag: {shown(child.log)}"
    )
