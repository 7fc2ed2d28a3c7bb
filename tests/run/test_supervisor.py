from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.run.failure import RunFailed
from bot.run.supervisor import Stopped
from tests.run.support import eventually, is_gone, pid_of, row, supervisor, tells_pid

WITH_GRANDCHILD = (
    "import subprocess, sys, time\n"
    "subprocess.Popen([sys.executable, '-c', {code!r}])\n"
    "time.sleep(600)"
)
DEAF = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"


def test_leaving_stops_every_process_and_what_it_started(tmp_path: Path) -> None:
    grandchild = WITH_GRANDCHILD.format(code=tells_pid("grandchild"))
    rows = row("one", tells_pid("one")), row("two", tells_pid("two", grandchild))
    with supervisor(tmp_path, *rows) as running:
        running.launch()
        pids = [pid_of(tmp_path, name) for name in ("one", "two", "grandchild")]
        assert not any(map(is_gone, pids))
    assert all(eventually(lambda pid=pid: is_gone(pid)) for pid in pids)


def test_a_process_that_will_not_stop_is_killed_after_the_grace(tmp_path: Path) -> None:
    deaf = row("deaf", DEAF + tells_pid("deaf"))
    with supervisor(tmp_path, deaf, grace=0.3) as running:
        running.launch()
        pid = pid_of(tmp_path, "deaf")
    assert eventually(lambda: is_gone(pid))


def test_asking_twice_to_stop_ends_the_patience(tmp_path: Path) -> None:
    with supervisor(tmp_path, row("deaf", DEAF + tells_pid("deaf")), grace=600) as running:
        running.launch()
        pid = pid_of(tmp_path, "deaf")
        running.request_stop()
        running.request_stop()
    assert eventually(lambda: is_gone(pid))


def test_a_process_that_dies_stops_the_rest_with_its_last_words(tmp_path: Path) -> None:
    dying = row("dying", "print('de schijf is vol'); raise SystemExit(3)")
    rows = row("healthy", tells_pid("healthy")), dying
    with supervisor(tmp_path, *rows) as running:
        running.launch()
        pid = pid_of(tmp_path, "healthy")
        with pytest.raises(RunFailed, match=r"'dying'.*code 3(.|\n)*de schijf is vol"):
            running.watch()
    assert eventually(lambda: is_gone(pid))


def test_a_process_that_was_killed_is_told_by_its_signal(tmp_path: Path) -> None:
    with supervisor(tmp_path, row("dying", "import os; os.kill(os.getpid(), 9)")) as running:
        running.launch()
        with pytest.raises(RunFailed, match="SIGKILL"):
            running.watch()


def test_a_process_that_dies_while_starting_is_not_waited_for(tmp_path: Path) -> None:
    dying = row("dying", "raise SystemExit(1)", ready=(lambda _: False,))
    with supervisor(tmp_path, dying, start_limit=600) as running:
        running.launch()
        with pytest.raises(RunFailed, match="'dying' is onverwacht gestopt"):
            running.wait_until_ready()


def test_a_process_that_is_never_ready_ends_the_start(tmp_path: Path) -> None:
    slow = row("slow", ready=(lambda _: False,))
    with supervisor(tmp_path, slow, start_limit=0.3) as running:
        running.launch()
        with pytest.raises(RunFailed, match=r"'slow'.*nog niet klaar"):
            running.wait_until_ready()


def test_every_check_must_hold_before_it_is_ready(tmp_path: Path) -> None:
    asked: list[str] = []

    def at_the_third_time(_: str) -> bool:
        asked.append("first")
        return len(asked) >= 3

    def warm_up(_: str) -> bool:
        asked.append("second")
        return True

    with supervisor(tmp_path, row("one", ready=(at_the_third_time, warm_up))) as running:
        running.launch()
        running.wait_until_ready()
    assert asked == ["first", "first", "first", "second"]


def test_a_request_to_stop_ends_the_watch(tmp_path: Path) -> None:
    with supervisor(tmp_path, row("one")) as running:
        running.launch()
        running.request_stop()
        with pytest.raises(Stopped):
            running.watch()


def test_the_log_of_the_run_before_is_kept_once(tmp_path: Path) -> None:
    for text in ("eerst", "daarna"):
        with supervisor(tmp_path, row("one", f"print('{text}')")) as running:
            running.launch()
            while running._children[0].code is None:
                time.sleep(0.02)
    assert (tmp_path / "log" / "one.log").read_text() == "daarna\n"
    assert (tmp_path / "log" / "one.log.1").read_text() == "eerst\n"
