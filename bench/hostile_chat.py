"""Sends hostile messages to the chat of the web process, in this process and without a network."""

from __future__ import annotations

import json
import os
import random
import time
import uuid
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from sqlalchemy import event

from bot import clock
from bot.chat.limits import Limits
from bot.chat.routes import chat_app
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.engines.client import EngineClient
from bot.engines.replies import Answer, Said
from bot.schools.editing import create_school

#: Messages in one conversation before a new one is begun.
PER_CONVERSATION = 100
_SCHOOL = "De Regenboog"


@dataclass(frozen=True)
class Sent:
    """What came of one request. `failure`: the kind of what was wrong, or empty."""

    status: int
    seconds: float
    answer_bytes: int
    failure: str


async def send_all(folder: Path, texts: Iterable[str], seed: int) -> AsyncIterator[Sent]:
    """One `Sent` for each text."""
    slug, app, chat = _site(folder)
    chance = random.Random(seed)
    token = ""
    async with chat.running():
        for number, text in enumerate(texts):
            if number % PER_CONVERSATION == 0:
                token = await _begin(app, slug, _address(number // PER_CONVERSATION))
            yield await _send(app, _request(chance, token, slug, text), text)


def _site(folder: Path) -> tuple[str, Any, Any]:
    from bot.web.app import make_app

    os.environ.setdefault("DATA_KEYS", Fernet.generate_key().decode())
    os.environ.setdefault("SEARCH_KEY", Fernet.generate_key().decode())
    os.environ["ENGINE_SECRET"] = "bench"
    url = f"sqlite:///{folder / 'hostile.db'}"
    upgrade(url)
    engine = make_engine(url)
    event.listen(engine, "connect", _without_waiting_for_the_disk)
    with session_scope(engine) as session:
        slug = create_school(session, _SCHOOL, clock.now()).slug
    # The limits have tests of their own; here everything is to get through to what reads it.
    Limits._spend = _unlimited  # type: ignore[method-assign]
    EngineClient.answer = _echo  # type: ignore[method-assign]
    chat = make_app(lambda: engine).state.chat
    return slug, chat_app(chat), chat


def _without_waiting_for_the_disk(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous = OFF")


async def _unlimited(self: Limits, *_: Any) -> None: ...


async def _echo(self: EngineClient, sender: str, message: str, *_: Any, **__: Any) -> Answer:
    return Answer((Said(f"U zei: {message}"),), [["inzage/recht", 0.5]])


def _address(number: int) -> str:
    """One of its own for each conversation: how many one address may begin is counted as always."""
    return str(ip_address(int(ip_address("10.0.0.1")) + number))


async def _begin(app: Any, slug: str, address: str) -> str:
    body = {"school": slug, "message": {"key": str(uuid.uuid4()), "text": "hoi"}}
    _, content = await _call(
        app, "POST", "/conversations", json.dumps(body).encode(), "", b"", address
    )
    return str(json.loads(content)["token"])


@dataclass(frozen=True)
class _Request:
    method: str
    path: str
    query: bytes
    token: str
    body: bytes


def _request(chance: random.Random, token: str, slug: str, text: str) -> _Request:
    """Mostly a message in a right body; else the text in some other place."""
    kind, raw = chance.random(), text.encode()
    right = json.dumps({"key": str(uuid.uuid4()), "text": text}).encode()
    if kind < 0.8:
        return _Request("POST", "/messages", b"", token, right)
    if kind < 0.85:
        return _Request("POST", "/messages", b"", token, raw)
    if kind < 0.9:
        return _Request("POST", "/messages", b"", token, right[: chance.randrange(len(right))])
    if kind < 0.93:
        wrong = {"key": text, "text": {text[:50]: text}, "button": {"message": text, "index": text}}
        return _Request("POST", "/read", b"", token, json.dumps(wrong).encode())
    if kind < 0.96:
        return _Request("GET", "/messages", b"after=" + raw[:2000], token, b"")
    if kind < 0.98:
        return _Request("GET", "/messages", b"", text[:2000], b"")
    return _Request("GET", "/school", b"school=" + raw[:2000], token, b"")


async def _send(app: Any, request: _Request, text: str) -> Sent:
    started = time.perf_counter()
    try:
        status, content = await _call(
            app, request.method, request.path, request.body, request.token, request.query
        )
    except Exception as error:
        return Sent(0, time.perf_counter() - started, 0, type(error).__name__)
    seconds = time.perf_counter() - started
    return Sent(status, seconds, len(content), _wrong(status, content))


def _wrong(status: int, content: bytes) -> str:
    if status == 204:
        return ""
    try:
        json.loads(content)
    except ValueError:
        return "no JSON"
    return ""


async def _call(
    app: Any,
    method: str,
    path: str,
    body: bytes,
    token: str,
    query: bytes,
    address: str = "192.0.2.1",
) -> tuple[int, bytes]:
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", b"x"), (b"authorization", b"Bearer " + token.encode())],
        "client": (address, 1),
        "server": ("x", 80),
    }
    answer: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        answer.append(dict(message))

    await app(scope, receive, send)
    content = b"".join(part.get("body", b"") for part in answer)
    return int(answer[0]["status"]), content
