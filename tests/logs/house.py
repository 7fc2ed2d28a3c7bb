"""All processes of ours with a database of their own, each with its log, and its faults built in."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import urllib.error
import urllib.request
from pathlib import Path

from bot.run.health import answers
from tests.conversations.processes import Bot, _until
from tests.support.programs import free_port

LOGS = ("engine", "actions", "web", "worker", "migration")


class House(Bot):
    """`folder` holds a log per process, named after it."""

    def __init__(self, folder: Path, smtp_url: str) -> None:
        super().__init__(folder)
        self.folder = folder
        self.queue = folder / "queue.db"
        self.trackers = folder / "trackers.db"
        self._smtp_url = smtp_url

    @property
    def engine(self) -> str:
        return self._addresses["engine"]

    @property
    def web(self) -> str:
        return self._addresses["web"]

    @property
    def actions(self) -> str:
        return self._addresses["actions"]

    def start_all(self) -> None:
        self.start_actions("tests.logs.breaking_actions")
        self._addresses["web"] = f"http://127.0.0.1:{free_port()}"
        self._start_part("web", WEB_PORT=self._addresses["web"].rpartition(":")[2])
        alive = str(self.folder / "alive")
        # A demonstration's webhooks may go to a receiver on this machine.
        self._start_part("worker", SMTP_URL=self._smtp_url, WORKER_HEARTBEAT=alive, DEMO="ja")
        self.start_engine()
        self._wait("web", "/health")

    def _start_part(self, name: str, **environment: str) -> None:
        engine = self._environments["engine"]
        secrets = {key: engine[key] for key in engine if key.endswith("_SECRET")}
        more = {"ENGINE_URLS": self._addresses["engine"], **secrets}
        self._environments[name] = self._environments["actions"] | more
        self._start(name, [sys.executable, "-m", f"tests.logs.breaking_{name}"], environment)

    def stop_engine(self) -> None:
        self._stop("engine", signal.SIGTERM)

    def wait_for(self, name: str, words: str) -> None:
        """Until these words stand in the log of that process."""
        _until(lambda: words in self.log(name))

    def is_up(self, name: str) -> bool:
        return answers("/health" if name != "engine" else "/")(self._addresses[name])


def call(
    address: str,
    body: bytes | dict | None = None,
    *,
    method: str | None = None,
    headers: dict[str, str] | None = None,
) -> int:
    """Sends it as it is and gives the status, also of a refusal."""
    sent = json.dumps(body).encode() if isinstance(body, dict) else body
    known = {"Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(address, data=sent, headers=known, method=method)
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=60) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def raw(address: str, sent: bytes) -> bytes:
    """What comes back on a connection that gets these bytes and no others."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        return client.recv(4096)


def environment_of(database_url: str) -> dict[str, str]:
    return os.environ | {"DATABASE_URL": database_url}
