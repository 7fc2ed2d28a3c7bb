"""All processes of one installation, each to be killed and started again at any moment."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conversations.processes import Bot
from tests.support.programs import free_port

#: The test's own addresses are one visitor's: nobody may be refused for being quick.
_NO_LIMITS = {
    "CHAT_MESSAGES_PER_VISITOR": "1000000",
    "CHAT_MESSAGES_PER_ADDRESS": "1000000",
    "CHAT_STREAMS_PER_ADDRESS": "10000",
}


class House(Bot):
    """Web, engine, actions and worker; the same addresses after every start."""

    def __init__(self, folder: Path, database_url: str, smtp_url: str) -> None:
        super().__init__(folder)
        self.database_url = database_url
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self._addresses["web"] = self.url
        ours = {
            "DATABASE_URL": database_url,
            "SMTP_URL": smtp_url,
            "ENGINE_URLS": self._addresses["engine"],
            "ENGINE_SECRET": self._environments["engine"]["ENGINE_SECRET"],
            "WORKER_HEARTBEAT": str(folder / "alive"),
            "WEB_PORT": str(port),
            **_NO_LIMITS,
        }
        common = self._environments["actions"] | ours
        self._environments |= {"web": common, "worker": common, "actions": common}
        self._begin: dict[str, Callable[[], None]] = {
            "engine": self.start_engine,
            "actions": self.start_actions,
            "web": lambda: self._module("web", "/health"),
            "worker": lambda: self._module("worker"),
        }

    def start(self, *names: str) -> None:
        for name in names or ("actions", "engine", "web", "worker"):
            self._begin[name]()

    def kill(self, name: str) -> None:
        """SIGKILL: no goodbye, nothing tidied up."""
        self._stop(name, signal.SIGKILL)

    def is_alive(self, name: str) -> bool:
        return self._children[name].code is None

    def fill_disk(self, name: str) -> None:
        """From now on no file of this process can grow, its log and its database included."""
        self._limit(name, 1)

    def empty_disk(self, name: str) -> None:
        self._limit(name, resource.RLIM_INFINITY)

    def _limit(self, name: str, size: int) -> None:
        pid = self._children[name].pid
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def _module(self, name: str, path: str | None = None) -> None:
        self._start(name, [sys.executable, "-m", f"bot.{name}"])
        if path is not None:
            self._wait(name, path)
