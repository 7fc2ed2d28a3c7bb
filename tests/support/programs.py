"""Programs of the system that a test starts for itself, and ends by their process id."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

PATIENCE = 90.0


def needed(program: str, *places: str) -> str:
    """The program's path. Without it the test is left out, and says so; with CI set it fails."""
    found = shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), *places]))
    if found is None:
        leave_out(f"{program} is not installed: see .ci/packages")
    return found


def leave_out(why: str) -> NoReturn:
    """Skips the test; on a build server it fails: one that tests less than it says is believed."""
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(
    words: Sequence[str | Path],
    *,
    log: Path,
    ready: Callable[[], bool],
    environment: dict[str, str] | None = None,
    user: str | None = None,
) -> Iterator[subprocess.Popen]:
    """The program until the block ends; with everything that it started itself."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(word) for word in words],
            stdout=out,
            stderr=out,
            stdin=subprocess.DEVNULL,
            env=os.environ | (environment or {}),
            user=user,
            start_new_session=True,
        )
    try:
        wait_until(ready, process, log)
        yield process
    finally:
        end_group(process)


def wait_until(
    happened: Callable[[], bool], process: subprocess.Popen, log: Path | None = None
) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        said = log.read_text(errors="replace")[-2000:] if log else ""
        assert process.poll() is None, f"it ended by itself\n{said}"
        assert time.monotonic() < deadline, f"it did not happen\n{said}"
        time.sleep(0.05)


def answers(port: int) -> bool:
    """Does anything accept a connection there?"""
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex(("127.0.0.1", port)) == 0


def end_group(process: subprocess.Popen) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            continue
    process.wait(20)
