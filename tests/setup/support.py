"""A server that serves, refuses, hangs or drips, and wheels to serve."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.setup.wheel import NAME, VERSION, write_wheel


def make_wheel(folder: Path, *, name: str = NAME, version: str = VERSION) -> Path:
    """A wheel that calls itself `name` and `version` on the inside."""
    lang, _, rest = name.partition("_")
    meta = json.dumps({"lang": lang, "name": rest, "version": version}).encode()
    files = {f"{NAME}/__init__.py": b"", f"{NAME}/meta.json": meta}
    return write_wheel(folder, files, version=VERSION)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    return make_wheel(tmp_path / "served")


class Server(ThreadingHTTPServer):
    """Serves `files` by path; `/hang` never answers and `/drip` never ends."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.closing = threading.Event()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path == "/hang":
            self.server.closing.wait()
        elif self.path == "/drip":
            self._drip()
        elif self.path in self.server.files:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.server.files[self.path])
        else:
            self.send_error(404)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not self.server.closing.wait(0.05):
            self.wfile.write(b"x")

    def log_message(self, *_: object) -> None:
        pass

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            pass  # the other side was ended


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()
