"""One running process, in a process group of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from bot.setup.paths import ROOT

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Child:
    """A started command; its output goes to `log`, the log of the run before to `log.1`."""

    def __init__(self, name: str, log: Path, popen: subprocess.Popen[bytes]) -> None:
        self.name = name
        self.log = log
        self._popen = popen

    @classmethod
    def start(
        cls, name: str, command: Sequence[str], *, environment: Mapping[str, str], log: Path
    ) -> Self:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists():
            log.replace(log.with_name(log.name + ".1"))
        with log.open("wb") as output:
            popen = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=dict(environment),
                cwd=ROOT,
                # Ctrl-C in the terminal must reach the supervisor alone, which then stops us.
                start_new_session=True,
                # Python code between fork and exec: safe only while there is one thread.
                preexec_fn=_end_with_parent,
            )
        return cls(name, log, popen)

    @property
    def pid(self) -> int:
        """Also the number of its process group."""
        return self._popen.pid

    @property
    def code(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._popen.poll()

    def signal(self, number: signal.Signals) -> None:
        """To the whole group: the process and everything that it started."""
        try:
            os.killpg(self._popen.pid, number)
        except ProcessLookupError:
            pass

    def is_gone(self) -> bool:
        """True when neither the process nor anything that it started is left."""
        self._popen.poll()
        try:
            os.killpg(self._popen.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            # macOS says this of a group that holds only the dead.
            return self._popen.returncode is not None
        return False


def _end_with_parent() -> None:
    # Should the supervisor be killed outright, Linux stops its children.
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
