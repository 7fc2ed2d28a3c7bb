"""Asks a process whether it is ready; an answer that does not come is no error."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPException

from bot.settings import load_settings

# Takes the address (`http://host:port`) and tells whether all is well there.
Check = Callable[[str], bool]
WAIT_SECONDS = 10.0
_BEGAN = time.time()
QUESTION = "Mag ik het dossier van mijn kind inzien?"
_NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def answers(path: str) -> Check:
    """A check that GET on this path gives 200."""

    def check(address: str) -> bool:
        return fetch(urllib.request.Request(address + path)) is not None

    return check


def replies(path: str) -> Check:
    """A check that Rasa's REST channel on this path says something to a question."""

    def check(address: str) -> bool:
        return bool(ask(address + path, sender="proefvraag-bij-starten", message=QUESTION))

    return check


def beats() -> Check:
    """A check that the worker makes its rounds, by the age of its file; one of a run before is old."""

    def check(_: str) -> bool:
        try:
            return load_settings().worker_heartbeat.stat().st_mtime >= _BEGAN
        except FileNotFoundError:
            return False

    return check


def ask(address: str, *, sender: str, message: str) -> list[dict[str, object]] | None:
    """The bot's messages, or None when it cannot be reached."""
    body = json.dumps({"sender": sender, "message": message}).encode()
    headers = {"Content-Type": "application/json"}
    reply = fetch(urllib.request.Request(address, data=body, headers=headers))
    if reply is None:
        return None
    try:
        messages = json.loads(reply)
    except ValueError:
        return None
    return messages if isinstance(messages, list) else None


def fetch(request: urllib.request.Request) -> bytes | None:
    """The body of a 200, else None. Never through a proxy: these are our own processes."""
    try:
        with _NO_PROXY.open(request, timeout=WAIT_SECONDS) as answer:
            return answer.read() if answer.status == 200 else None
    except (OSError, HTTPException):
        return None
