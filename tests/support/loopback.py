"""An ASGI application served on loopback, in a thread of its own."""

from __future__ import annotations

import threading
import time
from typing import Any

import uvicorn

from tests.support.programs import free_port

_PATIENCE = 40.0


class Served:
    """Serves from `start` to `stop`; starting again takes the same port."""

    def __init__(self, app: Any, port: int | None = None) -> None:
        self._app = app
        self.port = port or free_port()
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        config = uvicorn.Config(
            self._app,
            host="127.0.0.1",
            port=self.port,
            log_level="warning",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        wait_until(lambda: self._server is not None and self._server.started)

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(_PATIENCE)
        assert not self._thread.is_alive(), "the server does not stop"
        self._server = self._thread = None


def wait_until(holds: Any, seconds: float = _PATIENCE) -> Any:
    """What `holds` gives, once that is true."""
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)
    return found
