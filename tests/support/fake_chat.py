"""A chat server for tests of the widget: the real interface, a bot that knows ten sentences.

Keeps every message once (the client's key), in order, and pushes it to all who read along. Every way
in which a server fails can be had on demand.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.web.widget.route import widget_route
from tests.support.crashing_server import CrashingServer
from tests.support.fake_bot import OPENING, SCHOOL, Reply, replies

_CONTACT = {"phone": SCHOOL["school"]["phone"], "email": SCHOOL["school"]["email"]}
LONGEST = 2_000


@dataclass(eq=False)
class Talk:
    """One conversation, and who reads along."""

    token: str
    messages: list[dict[str, Any]] = field(default_factory=list)
    state: str = "bot"
    person: str | None = None
    notice: str | None = None
    typing: bool = False
    read: int = 0
    readers: set[asyncio.Queue[tuple[str, dict[str, Any]] | None]] = field(default_factory=set)

    def add(self, author: str, text: str, **more: Any) -> dict[str, Any]:
        message = {
            "sequence": len(self.messages) + 1,
            "at": datetime.now(UTC).isoformat(),
            "author": author,
            "name": None,
            "key": None,
            "text": text,
            "buttons": [],
            "answer": None,
            "form": None,
            "summary": None,
            "receipt": None,
        } | more
        message["buttons"] = [{"index": i, "title": t} for i, t in enumerate(message["buttons"])]
        self.messages.append(message)
        self.tell("message", message)
        return message

    def change(self, **fields: Any) -> None:
        for name, value in fields.items():
            setattr(self, name, value)
        self.tell("state", self.status())

    def status(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "typing": self.typing,
            "person": self.person,
            "notice": self.notice,
        }

    def tell(self, name: str, data: dict[str, Any]) -> None:
        for reader in self.readers:
            reader.put_nowait((name, data))

    def sent(self, key: str) -> dict[str, Any] | None:
        return next((one for one in self.messages if one["key"] == key), None)


class FakeChat:
    """The server's memory and its moods; all of it lives in the server's thread."""

    def __init__(self) -> None:
        self.talks: dict[str, Talk] = {}
        self.requests: list[str] = []
        #: Answers everything with 503, as when the database is away.
        self.storing = False
        #: Accepts no streams, as a proxy that cannot pass them on.
        self.no_streams = False
        #: Loses this many answers after the message was stored.
        self.lose_answers = 0
        #: Answers what is sent only after the bot's answer to it was pushed.
        self.overtaken = False
        self.pause = 0.02
        self.colour = SCHOOL["chat"]["colour"]
        self.server = CrashingServer(self._app())

    @property
    def address(self) -> str:
        return self.server.address

    @property
    def talk(self) -> Talk:
        """The newest conversation."""
        return list(self.talks.values())[-1]

    def texts(self, author: str = "bezoeker") -> list[str]:
        return self.server.run(
            lambda: [one["text"] for one in self.talk.messages if one["author"] == author]
        )

    def say(self, text: str, author: str = "bot", **more: Any) -> None:
        self.server.run(lambda: self.talk.add(author, text, **more))

    def change(self, **fields: Any) -> None:
        self.server.run(lambda: self.talk.change(**fields))

    def erase(self) -> None:
        """As by another device of the visitor: who reads along is told, and the stream ends."""
        self.server.run(lambda: self._forget(self.talk))

    def cut_streams(self) -> None:
        self.server.run(self._cut)

    def forget_all(self) -> None:
        self.server.run(self._cut)
        self.talks.clear()
        self.requests.clear()
        self.storing = self.no_streams = False
        self.lose_answers, self.overtaken, self.pause = 0, False, 0.02
        self.colour = SCHOOL["chat"]["colour"]

    def _forget(self, talk: Talk) -> None:
        del self.talks[talk.token]
        notice = "Dit gesprek is gewist."
        talk.tell("state", talk.status() | {"state": "gewist", "notice": notice})
        for reader in talk.readers:
            reader.put_nowait(None)

    def _cut(self) -> None:
        for talk in self.talks.values():
            for reader in talk.readers:
                reader.put_nowait(None)

    def _app(self) -> Starlette:
        cors = Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type"],
            max_age=600,
        )
        under = "/chat/v1/"
        return Starlette(
            routes=[
                widget_route(),
                Route(f"{under}school", self._school),
                Route(f"{under}conversations", self._begin, methods=["POST"]),
                Route(f"{under}messages", self._messages, methods=["GET", "POST"]),
                Route(f"{under}events", self._events),
                Route(f"{under}read", self._read, methods=["POST"]),
                Route(f"{under}transcript", self._transcript),
                Route(f"{under}conversation", self._erase, methods=["DELETE"]),
            ],
            middleware=[cors],
        )

    async def _school(self, http: HttpRequest) -> Response:
        if self.storing:
            return _refusal(503, "storing", "De chat werkt even niet.")
        if http.query_params.get("school") != SCHOOL["school"]["slug"]:
            return _refusal(404, "geen_school", "Deze school is hier niet bekend.")
        chat = SCHOOL["chat"] | {"colour": self.colour}
        opening = [_opening(one) for one in OPENING]
        return JSONResponse(SCHOOL | {"chat": chat, "opening": opening})

    async def _begin(self, http: HttpRequest) -> Response:
        body = await http.json()
        if self.storing:
            return _refusal(503, "storing", "De chat werkt even niet.")
        talk = Talk(secrets.token_urlsafe(32))
        self.talks[talk.token] = talk
        for one in OPENING:
            talk.add("bot", one.text, buttons=list(one.buttons))
        self._store(talk, body["message"])
        answer = {"token": talk.token, "messages": talk.messages, "state": talk.state}
        return JSONResponse(answer | {"last": len(talk.messages)}, status_code=201)

    async def _messages(self, http: HttpRequest) -> Response:
        talk = self._talk(http)
        if self.storing:
            return _refusal(503, "storing", "De chat werkt even niet.")
        if talk is None:
            return _gone()
        if http.method == "GET":
            after = int(http.query_params["after"])
            answer = {"messages": talk.messages[after:], "last": len(talk.messages)}
            return JSONResponse(answer | talk.status())
        taken = self._take(talk, await http.json())
        while self.overtaken and talk.typing:
            await asyncio.sleep(0.01)
        if self.overtaken:
            await asyncio.sleep(0.1)
        return taken

    def _take(self, talk: Talk, body: dict[str, Any]) -> Response:
        stored = talk.sent(body["key"])
        if stored is None:
            if len(body.get("text", "")) > LONGEST:
                return _refusal(400, "te_lang", "Dit bericht is te lang.")
            if body.get("text") == "geweigerd":
                return _refusal(409, "knop_weg", "Deze knop is er niet meer.")
            stored = self._store(talk, body)
        if self.lose_answers:
            self.lose_answers -= 1
            return _refusal(502, "", "")
        answer = {"message": stored, "state": talk.state, "last": len(talk.messages)}
        return JSONResponse(answer, status_code=202)

    def _store(self, talk: Talk, body: dict[str, Any]) -> dict[str, Any]:
        text = body.get("text") or _title(talk, body["button"])
        stored = talk.add("bezoeker", text, key=body["key"])
        if talk.state == "gesloten":
            talk.change(state="bot", person=None)
        if talk.state != "bij_medewerker":
            talk.change(typing=True)
            self._later = asyncio.get_running_loop().create_task(self._answer(talk, text))
        return stored

    async def _answer(self, talk: Talk, text: str) -> None:
        await asyncio.sleep(self.pause)
        for reply in replies(text):
            talk.add("bot", reply.text, buttons=list(reply.buttons), **reply.more)
            if reply.state:
                talk.change(state=reply.state)
        talk.change(typing=False)

    async def _events(self, http: HttpRequest) -> Response:
        talk = self._talk(http)
        if self.no_streams or self.storing:
            return _refusal(503, "storing", "Geen stroom.")
        if talk is None:
            return _gone()
        after = int(http.query_params["after"])
        return StreamingResponse(_stream(talk, after), media_type="text/event-stream")

    async def _read(self, http: HttpRequest) -> Response:
        talk = self._talk(http)
        if talk is None:
            return _gone()
        talk.read = max(talk.read, (await http.json())["through"])
        return Response(status_code=204)

    async def _transcript(self, http: HttpRequest) -> Response:
        talk = self._talk(http)
        if talk is None:
            return _gone()
        lines = [f"{one['author']}: {one['text']}" for one in talk.messages]
        return PlainTextResponse("\n".join(lines))

    async def _erase(self, http: HttpRequest) -> Response:
        talk = self._talk(http)
        if self.storing:
            return _refusal(503, "storing", "")
        if talk is None:
            return _gone()
        self._forget(talk)
        filed = [one["receipt"]["reference"] for one in talk.messages if one["receipt"]]
        why = "De school moet op uw verzoek antwoorden."
        kept = [{"reference": reference, "why": why} for reference in filed]
        return JSONResponse({"erased": True, "kept": kept})

    def _talk(self, http: HttpRequest) -> Talk | None:
        self.requests.append(f"{http.method} {http.url.path.rsplit('/', 1)[-1]}")
        return self.talks.get(http.headers.get("authorization", "").removeprefix("Bearer "))


async def _stream(talk: Talk, after: int) -> AsyncIterator[str]:
    queue: asyncio.Queue[tuple[str, dict[str, Any]] | None] = asyncio.Queue()
    talk.readers.add(queue)
    try:
        yield _event("state", talk.status())
        for message in talk.messages[after:]:
            yield _event("message", message)
        while (told := await queue.get()) is not None:
            yield _event(*told)
    finally:
        talk.readers.discard(queue)


def _event(name: str, data: dict[str, Any]) -> str:
    number = f"id: {data['sequence']}\n" if name == "message" else ""
    return f"event: {name}\n{number}data: {json.dumps(data)}\n\n"


def _opening(reply: Reply) -> dict[str, Any]:
    talk = Talk("")
    message = talk.add("bot", reply.text, buttons=list(reply.buttons))
    return message | {"sequence": 0, "at": None}


def _title(talk: Talk, button: dict[str, int]) -> str:
    place = button["opening"] if "opening" in button else button["message"] - 1
    return str(talk.messages[place]["buttons"][button["index"]]["title"])


def _refusal(status: int, code: str, text: str) -> Response:
    return JSONResponse({"code": code, "text": text, "contact": _CONTACT}, status_code=status)


def _gone() -> Response:
    return _refusal(401, "geen_gesprek", "Dit gesprek is er niet meer.")
