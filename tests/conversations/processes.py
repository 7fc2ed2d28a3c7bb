"""The real engine and action server, on free ports, with databases of their own."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.run.child import Child
from bot.run.health import answers
from bot.run.plan import addresses, command, environments
from bot.run.processes import ACTIONS, CONVERSATION, ENGINE_PROCESS
from bot.setup.paths import MODELS, shown
from bot.setup.training import newest_model
from tests.support.programs import free_port

PATIENCE = 180.0
# Sanic forgets a signal that comes while it is still starting to serve.
_MOST_SIGNALS = 12


@dataclass(frozen=True)
class Reply:
    """What the bot said to one message."""

    messages: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        return "\n".join(message["text"] for message in self.messages if "text" in message)

    @property
    def buttons(self) -> list[dict[str, str]]:
        return [button for message in self.messages for button in message.get("buttons", [])]

    @property
    def titles(self) -> list[str]:
        return [button["title"] for button in self.buttons]

    @property
    def customs(self) -> list[dict[str, Any]]:
        return [message["custom"] for message in self.messages if "custom" in message]

    @property
    def question(self) -> str | None:
        """Id of the question that was answered."""
        return next((custom["vraag"] for custom in self.customs if "vraag" in custom), None)

    @property
    def field(self) -> str | None:
        """The form's question that stands open."""
        fields = [custom["veld"] for custom in self.customs if "veld" in custom]
        return fields[-1] if fields else None

    @property
    def reference(self) -> str | None:
        return next((c["kenmerk"] for c in self.customs if "kenmerk" in c), None)


class Talk:
    """One parent's conversation."""

    def __init__(self, bot: Bot, sender: str) -> None:
        self._bot = bot
        self.sender = sender

    def say(self, *texts: str) -> Reply:
        """Send the messages one after the other; the reply to the last."""
        replies = [self._bot.send(self.sender, text) for text in texts]
        return replies[-1]


class Bot:
    """Starts and stops the processes; `actions` can be swapped for one that misbehaves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ports = {
            ACTIONS.port_variable: free_port(),
            ENGINE_PROCESS.port_variable: free_port(),
        }
        self._addresses = addresses(CONVERSATION, self._ports)
        self.database_url = f"sqlite:///{folder / 'queue.db'}"
        os.environ["DATABASE_URL"] = self.database_url
        os.environ["TRACKER_DATABASE_URL"] = f"sqlite:///{folder / 'trackers.db'}"
        self._environments = environments(CONVERSATION, self._ports)
        self._children: dict[str, Child] = {}
        self._talks = 0

    def start_engine(self) -> None:
        model = newest_model(MODELS)
        assert model is not None, "no model: run `make train` first"
        self._start("engine", command(ENGINE_PROCESS, self._ports, shown(model)))
        self._wait("engine", "/")

    def start_another_engine(self) -> str:
        """A second one beside the first, with the same trackers; its address."""
        model = newest_model(MODELS)
        assert model is not None, "no model: run `make train` first"
        ports = {**self._ports, ENGINE_PROCESS.port_variable: free_port()}
        self._environments["other"] = self._environments["engine"]
        self._addresses["other"] = f"http://127.0.0.1:{ports[ENGINE_PROCESS.port_variable]}"
        self._start("other", command(ENGINE_PROCESS, ports, shown(model)))
        self._wait("other", "/")
        return self._addresses["other"]

    def stop_engine(self, name: str = "engine") -> None:
        self._stop(name, signal.SIGTERM)

    def start_actions(self, module: str = "actions", **environment: str) -> None:
        self._start("actions", [sys.executable, "-m", module], environment)
        self._wait("actions", "/health")

    def start_web(self, listed: Path | None = None) -> str:
        """The public process in front of the engine; its address. `listed` holds the engines."""
        address = f"http://127.0.0.1:{free_port()}"
        engine = self._environments["engine"]
        environment = {
            "WEB_PORT": address.rpartition(":")[2],
            "ENGINE_URLS": self._addresses["engine"],
            "ENGINE_SECRET": engine["ENGINE_SECRET"],
        }
        if listed is not None:
            listed.write_text(environment.pop("ENGINE_URLS"))
            environment["ENGINE_URLS_FILE"] = str(listed)
        self._environments["web"], self._addresses["web"] = self._environments["actions"], address
        self._start("web", [sys.executable, "-m", "bot.web"], environment)
        self._wait("web", "/health")
        return address

    @property
    def secrets(self) -> dict[str, str]:
        """What an administrator of this run knows."""
        return {"ENGINE_SECRET": self._environments["engine"]["ENGINE_SECRET"]}

    def stop_web(self, number: signal.Signals = signal.SIGTERM) -> None:
        self._stop("web", number)

    def stop_actions(self, number: signal.Signals = signal.SIGTERM) -> None:
        self._stop("actions", number)

    def stop(self) -> None:
        for name in list(self._children):
            self._stop(name, signal.SIGTERM)

    def talk(self) -> Talk:
        self._talks += 1
        return Talk(self, f"ouder-{self._talks}")

    def send(self, sender: str, text: str) -> Reply:
        body = json.dumps({"sender": sender, "message": text}).encode()
        request = urllib.request.Request(
            f"{self._addresses['engine']}/webhooks/rest/webhook",
            data=body,
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            return Reply(tuple(json.load(response)))

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")

    def _start(
        self, name: str, words: Sequence[str], environment: dict[str, str] | None = None
    ) -> None:
        self._children[name] = Child.start(
            name,
            words,
            environment={**self._environments[name], **(environment or {})},
            log=self.folder / f"{name}.log",
        )

    def _stop(self, name: str, number: signal.Signals) -> None:
        child = self._children.pop(name)
        for _ in range(_MOST_SIGNALS):
            child.signal(number)
            if _holds(child.is_gone, PATIENCE / _MOST_SIGNALS):
                return
        raise AssertionError(f"{name} did not stop")

    def _wait(self, name: str, path: str) -> None:
        def ready() -> bool:
            assert self._children[name].code is None, self.log(name)[-2000:]
            return answers(path)(self._addresses[name])

        _until(ready)


def _until(condition: Any) -> None:
    assert _holds(condition, PATIENCE), "it took too long"


def _holds(condition: Any, seconds: float) -> bool:
    """True as soon as it does, False when it never does."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
