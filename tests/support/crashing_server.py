"""An ASGI application on loopback that can die and come back at the same address."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import uvicorn

from tests.support.programs import free_port

PATIENCE = 10.0


class CrashingServer:
    """Runs in a thread of its own from the moment it is made."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.port = free_port()
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        config = uvicorn.Config(
            self._app, host="127.0.0.1", port=self.port, log_level="error", lifespan="off"
        )
        self._server = uvicorn.Server(config)
        ready: Future[asyncio.AbstractEventLoop] = Future()
        self._thread = threading.Thread(target=self._serve, args=(ready,), daemon=True)
        self._thread.start()
        self._loop = ready.result(PATIENCE)

    def stop(self) -> None:
        """At once, as a crash: nothing that is open is finished."""
        self.run(self._crash)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def run(self, work: Callable[[], Any]) -> Any:
        """Does this in the server's own thread and returns what it gives."""

        async def inside() -> Any:
            return work()

        return asyncio.run_coroutine_threadsafe(inside(), self._loop).result(PATIENCE)

    def _crash(self) -> None:
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()
        self._server.force_exit = self._server.should_exit = True

    def _serve(self, ready: Future[asyncio.AbstractEventLoop]) -> None:
        async def serve() -> None:
            listening = socket.create_server(("127.0.0.1", self.port))
            ready.set_result(asyncio.get_running_loop())
            await self._server.serve(sockets=[listening])
            listening.close()

        asyncio.run(serve())
