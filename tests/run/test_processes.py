"""The rows that serve people, started for real; the engine has its own tests."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from urllib.request import Request

import pytest

from bot.db.schema import upgrade
from bot.run.failure import RunFailed
from bot.run.health import fetch
from bot.run.plan import plan
from bot.run.processes import PROCESSES, WEB, WORKER
from tests.run.support import eventually, is_gone


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A free port for the web process, and a database of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    url = f"sqlite:///{tmp_path / 'queue.db'}"
    upgrade(url)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("WEB_PORT", str(free))
    monkeypatch.setenv("WORKER_HEARTBEAT", str(tmp_path / "worker.alive"))
    return free


def test_web_and_worker_become_ready_and_leave_nothing_behind(port: int, tmp_path: Path) -> None:
    # Without the secret it serves everything but the chat, and asks no engine whether it works.
    alone = replace(WEB, engine_secret=False)
    with plan((alone, WORKER), logs=tmp_path / "log") as running:
        running.launch()
        running.wait_until_ready()
        pids = [child.pid for child in running._children]
        for _, path in WEB.pages:
            assert fetch(Request(running.addresses["web"] + path))
        assert (tmp_path / "worker.alive").exists()
    assert all(eventually(lambda pid=pid: is_gone(pid)) for pid in pids)
    with socket.socket() as free_again:
        free_again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free_again.bind(("127.0.0.1", port))


def test_a_taken_web_port_is_told_with_its_variable(port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(RunFailed, match=rf"Poort {port} \(chat, .*WEB_PORT="):
            plan((WEB, WORKER))


def test_what_people_open_has_a_title_and_what_only_we_call_has_none() -> None:
    titles = {process.name: [title for title, _ in process.pages] for process in PROCESSES}
    assert titles["web"] == ["Kantoor", "Statuspagina"]
    assert titles["actions"] == titles["worker"] == []
