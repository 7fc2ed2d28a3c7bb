"""A supervisor in a process of its own, ended from outside."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.setup.paths import ROOT
from tests.run.support import PATIENCE, eventually, is_gone, pid_of

PROGRAM = """
import sys
from pathlib import Path
from bot.run.signals import on_ending
from bot.run.supervisor import Stopped
from tests.run.support import row, supervisor, tells_pid

running = supervisor(Path(sys.argv[1]), row("one", tells_pid("one")), row("two", tells_pid("two")))
try:
    with on_ending(running.request_stop), running:
        running.launch()
        running.watch()
except Stopped:
    print("netjes gestopt")
"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        yield program
        program.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_ending_signal_stops_everything(
    program: subprocess.Popen[str], tmp_path: Path, number: signal.Signals
) -> None:
    pids = [pid_of(tmp_path, name) for name in ("one", "two")]
    program.send_signal(number)
    said, _ = program.communicate(timeout=PATIENCE)
    assert (said, program.returncode) == ("netjes gestopt\n", 0)
    assert all(eventually(lambda pid=pid: is_gone(pid)) for pid in pids)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_supervisor_that_is_killed_outright_leaves_nothing_behind(
    program: subprocess.Popen[str], tmp_path: Path
) -> None:
    pids = [pid_of(tmp_path, name) for name in ("one", "two")]
    program.kill()
    assert all(eventually(lambda pid=pid: is_gone(pid)) for pid in pids)
