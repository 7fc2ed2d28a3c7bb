"""Starts the processes, waits until they are ready, watches them and stops them all."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from bot.run.child import Child
from bot.run.failure import RunFailed
from bot.run.health import Check
from bot.run.processes import Process
from bot.run.revival import Revival, ended_nl, starts_again_nl
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
        revival: Revival | None = None,
    ) -> None:
        self.processes = processes
        self._commands = commands
        self._environments = {name: dict(own) for name, own in environments.items()}
        self.addresses = addresses
        self._logs = logs
        self._grace = grace
        self._start_limit = start_limit
        self._children: list[Child] = []
        self._revival = revival or Revival()
        self._started: dict[str, float] = {}
        #: When a process that ended is started again.
        self._due: dict[str, float] = {}
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
            self._children.append(self._start(process.name))

    def wait_until_ready(self) -> None:
        """Raises RunFailed when one ends or is late, Stopped on request."""
        deadline = time.monotonic() + self._start_limit
        for process in self.processes:
            self._wait_until_ready(process, deadline)

    def watch(self) -> NoReturn:
        """Never returns: starts again what ends. Call it while this program has one thread.

        Raises Stopped on request, RunFailed when a child ends again and again.
        """
        while True:
            if self._asked:
                raise Stopped
            for place, child in enumerate(self._children):
                self._keep_alive(place, child)
            time.sleep(POLL_SECONDS)

    def check(self) -> None:
        """Raises Stopped on request, RunFailed when a child ended."""
        if self._asked:
            raise Stopped
        for child in self._children:
            if child.code is not None:
                raise RunFailed(ended_nl(child, child.code))

    def stop(self) -> None:
        """Stop every child and all that it started; kill what is left after the grace."""
        self._signal_all(signal.SIGTERM)
        self._wait_until_gone(lambda: self._grace)
        self._signal_all(signal.SIGKILL)
        self._wait_until_gone(lambda: KILL_SECONDS)
        self._children.clear()

    def _start(self, name: str) -> Child:
        self._started[name] = time.monotonic()
        return Child.start(
            name,
            self._commands[name],
            environment=self._environments[name],
            log=self._logs / f"{name}.log",
        )

    def _keep_alive(self, place: int, child: Child) -> None:
        now, due, code = time.monotonic(), self._due.get(child.name), child.code
        if due is not None and now >= due:
            del self._due[child.name]
            self._children[place] = self._start(child.name)
        elif due is None and code is not None:
            delay = self._revival.delay(child.name, now - self._started[child.name])
            if delay is None:
                raise RunFailed(ended_nl(child, code, often=True))
            # What it left behind would keep its port.
            child.signal(signal.SIGKILL)
            self._due[child.name] = now + delay
            print(starts_again_nl(child, code, delay), file=sys.stderr, flush=True)

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
