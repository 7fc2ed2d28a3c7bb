"""Tiny processes to supervise: rows of the table that run a line of Python."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from bot.run.processes import Process
from bot.run.supervisor import Supervisor

PATIENCE = 30.0
SLEEP = "import time; time.sleep(600)"


def row(name: str, code: str = SLEEP, **fields: object) -> Process:
    command = (sys.executable, "-c", code)
    return Process(name=name, title=name, command=command, **fields)


def supervisor(folder: Path, *processes: Process, **limits: object) -> Supervisor:
    return Supervisor(
        processes,
        commands={process.name: process.command for process in processes},
        environments={process.name: {**os.environ, "FOLDER": str(folder)} for process in processes},
        addresses={},
        logs=folder / "log",
        **limits,
    )


def tells_pid(name: str, then: str = SLEEP) -> str:
    """Code that writes its process id to FOLDER/<name>.pid, and goes on with `then`."""
    return (
        "import os, pathlib\n"
        f"path = pathlib.Path(os.environ['FOLDER'], '{name}.new')\n"
        "path.write_text(str(os.getpid()))\n"
        f"path.rename(path.with_name('{name}.pid'))\n{then}"
    )


def pid_of(folder: Path, name: str) -> int:
    """The id that `tells_pid` wrote, waiting until it is there."""
    path = folder / f"{name}.pid"
    assert eventually(path.exists), f"{name} did not start"
    return int(path.read_text())


def eventually(holds, seconds: float = PATIENCE) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def is_gone(pid: int) -> bool:
    """True for a process that ended, also when nobody has cleared it away yet."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return stat.parents[1].exists()
