from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.run.health import answers, ask, beats, replies

REPLIES = {"/ok": (200, b'[{"text": "Ja."}]'), "/empty": (200, b"[]"), "/odd": (200, b"<p>")}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body = REPLIES.get(self.path, (500, b""))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_only_a_200_counts_as_an_answer(address: str) -> None:
    assert answers("/ok")(address)
    assert not answers("/broken")(address)


def test_nobody_there_is_no_answer(address: str) -> None:
    assert not answers("/ok")("http://127.0.0.1:1")


def test_a_proxy_is_never_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert answers("/ok")(address)


def test_an_engine_that_says_nothing_is_not_ready(address: str) -> None:
    assert replies("/ok")(address)
    assert not replies("/empty")(address)
    assert not replies("/broken")(address)


def test_an_answer_that_is_no_json_counts_as_none(address: str) -> None:
    assert ask(f"{address}/odd", sender="a", message="b") is None


def test_a_worker_is_ready_at_its_first_round_of_this_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heartbeat = tmp_path / "worker.alive"
    monkeypatch.setenv("WORKER_HEARTBEAT", str(heartbeat))
    assert not beats()("")
    heartbeat.touch()
    os.utime(heartbeat, (0, 0))
    assert not beats()("")
    heartbeat.touch()
    assert beats()("")
