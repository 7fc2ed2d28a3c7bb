from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.run.failure import RunFailed
from bot.run.revival import Revival
from bot.run.supervisor import Stopped, Supervisor
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


def twice() -> Revival:
    """Starts anew at once, two times in a row."""
    return Revival(delays=(0.0, 0.0), quick=600)


COUNTS = (
    "import os, pathlib\n"
    "path = pathlib.Path(os.environ['FOLDER'], 'lives')\n"
    "lives = path.read_text() if path.exists() else ''\n"
    "path.write_text(lives + 'x')\n"
)


def watched(running: Supervisor, until: Callable[[], bool]) -> None:
    """Watches as `make run` does, until this holds."""
    with pytest.MonkeyPatch.context() as patch:
        wait = time.sleep

        def then_look(seconds: float) -> None:
            wait(seconds / 10)
            if until():
                running.request_stop()

        patch.setattr("bot.run.supervisor.time.sleep", then_look)
        with pytest.raises(Stopped):
            running.watch()


def test_a_process_that_dies_is_started_again_and_the_rest_stays(tmp_path: Path, capsys) -> None:
    code = COUNTS + "if not lives: os.kill(os.getpid(), 9)\n" + tells_pid("again")
    rows = row("healthy", tells_pid("healthy")), row("dying", code)
    with supervisor(tmp_path, *rows, revival=twice()) as running:
        running.launch()
        healthy = pid_of(tmp_path, "healthy")
        watched(running, until=(tmp_path / "again.pid").exists)
        assert not is_gone(healthy)
        assert not is_gone(pid_of(tmp_path, "again"))
    told = capsys.readouterr().err
    assert "'dying' is onverwacht gestopt (door SIGKILL). Het start opnieuw" in told
    assert "dying.log.1" in told
    assert eventually(lambda: is_gone(pid_of(tmp_path, "again")))


def test_what_a_dead_process_left_behind_is_cleared_away_first(tmp_path: Path) -> None:
    first = WITH_GRANDCHILD.format(code=tells_pid("orphan")).rpartition("time.sleep")[0]
    waits = "while not pathlib.Path(os.environ['FOLDER'], 'orphan.pid').exists(): time.sleep(0.01)"
    code = f"{COUNTS}{first}\nif not lives:\n    {waits}\n    os._exit(1)\n"
    code = code.replace("subprocess.Popen", "lives or subprocess.Popen") + tells_pid("again")
    with supervisor(tmp_path, row("dying", code), revival=twice()) as running:
        running.launch()
        watched(running, until=(tmp_path / "again.pid").exists)
        assert eventually(lambda: is_gone(pid_of(tmp_path, "orphan")))


def test_a_process_that_dies_again_and_again_stops_the_rest_with_its_last_words(
    tmp_path: Path,
) -> None:
    dying = row("dying", COUNTS + "print('de schijf is vol'); raise SystemExit(3)")
    rows = row("healthy", tells_pid("healthy")), dying
    with supervisor(tmp_path, *rows, revival=twice()) as running:
        running.launch()
        pid = pid_of(tmp_path, "healthy")
        with pytest.raises(RunFailed, match=r"'dying'.*code 3(.|\n)*de schijf is vol") as caught:
            running.watch()
    assert "een paar keer opnieuw" in str(caught.value)
    assert "dying.log" in str(caught.value)
    assert (tmp_path / "lives").read_text() == "xxx"
    assert eventually(lambda: is_gone(pid))


def test_somebody_who_stops_it_does_not_wait_for_a_process_to_start_again(tmp_path: Path) -> None:
    later = Revival(delays=(600.0,), quick=600)
    with supervisor(tmp_path, row("dying", "raise SystemExit(1)"), revival=later) as running:
        running.launch()
        watched(running, until=lambda: bool(running._due))
        assert len(running._children) == 1


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
