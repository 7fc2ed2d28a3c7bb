"""Visitors of the chat: a message out, and how long until the bot's answer was pushed."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Sequence
from typing import Any

_HOST = "127.0.0.1"


class Line:
    """One HTTP connection, opened again when the server closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, body: Any, **headers: str) -> Any:
        """The reply's JSON. Raises RuntimeError when it is refused."""
        # A server closes what lies idle for a while.
        if self._streams is None or self._streams[0].at_eof():
            self.close()
            self._streams = await asyncio.open_connection(_HOST, self._port)
        reader, writer = self._streams
        content = json.dumps(body).encode()
        headers |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
        writer.write(_request("POST", path, headers) + content)
        status, length = await _head(reader)
        reply = await reader.readexactly(length)
        if status >= 400:
            raise RuntimeError(f"{path}: {status} {reply[:200]!r}")
        return json.loads(reply)

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()


class Visitor:
    """A browser with an open stream."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._line = Line(port)
        self._token = ""
        self._stream: asyncio.Task[None] | None = None
        self._events: asyncio.Queue[tuple[float, dict[str, Any]]] = asyncio.Queue()

    async def begin(self, school: str, text: str) -> None:
        """Begins a conversation, listens, and waits for the first answer."""
        message = {"key": str(uuid.uuid4()), "text": text}
        body = {"school": school, "message": message}
        begun = await self._line.post("/chat/v1/conversations", body)
        self._token = begun["token"]
        self._stream = asyncio.create_task(self._listen(begun["last"]))
        await self.pushed("bot")

    async def ask(self, text: str) -> float:
        """Milliseconds from sending to the answer being there."""
        while not self._events.empty():
            self._events.get_nowait()
        began = time.perf_counter()
        body = {"key": str(uuid.uuid4()), "text": text}
        await self._line.post("/chat/v1/messages", body, Authorization=f"Bearer {self._token}")
        return 1000 * (await self.pushed("bot") - began)

    async def pushed(self, author: str) -> float:
        """When the next message of this author came in."""
        while True:
            at, message = await asyncio.wait_for(self._events.get(), 60)
            if message["author"] == author:
                return at

    async def close(self) -> None:
        self._line.close()
        if self._stream is not None:
            self._stream.cancel()
            await asyncio.gather(self._stream, return_exceptions=True)

    async def _listen(self, after: int) -> None:
        reader, writer = await asyncio.open_connection(_HOST, self._port, limit=1 << 20)
        headers = {"Authorization": f"Bearer {self._token}"}
        writer.write(_request("GET", f"/chat/v1/events?after={after}", headers))
        try:
            await self._read_events(reader)
        finally:
            writer.close()

    async def _read_events(self, reader: asyncio.StreamReader) -> None:
        event = ""
        while line := await reader.readline():
            if line.startswith(b"event: "):
                event = line[7:].decode().strip()
            elif line.startswith(b"data: ") and event == "message":
                self._events.put_nowait((time.perf_counter(), json.loads(line[6:])))


async def engine_times(
    port: int, secret: str, texts: Sequence[str], visitors: int, each: int
) -> list[float]:
    """Milliseconds per message of the engine's own channel, all visitors at once."""

    async def visitor(number: int) -> list[float]:
        line, sender, times = Line(port), f"bench-{uuid.uuid4()}", []
        for turn in range(each + 1):
            body = {"sender": sender, "message": texts[(number + turn) % len(texts)]}
            began = time.perf_counter()
            await line.post("/webhooks/dossierwijzer/message", body, **{"X-Engine-Secret": secret})
            times.append(1000 * (time.perf_counter() - began))
        line.close()
        # The first one opens the session, as it does for the web process.
        return times[1:]

    found = await asyncio.gather(*(visitor(number) for number in range(visitors)))
    return [one for times in found for one in times]


async def chat_times(
    visitors: Sequence[Visitor], texts: Sequence[str], each: int, pause: float = 0.0
) -> list[float]:
    """The same through the web process; `pause` is in seconds, between an answer and what follows."""

    async def visit(number: int, visitor: Visitor) -> list[float]:
        times = []
        if pause:
            await asyncio.sleep(pause * number / len(visitors))
        for turn in range(each):
            times.append(await visitor.ask(texts[(number + turn) % len(texts)]))
            await asyncio.sleep(pause)
        return times

    found = await asyncio.gather(*(visit(*pair) for pair in enumerate(visitors)))
    return [one for times in found for one in times]


async def arrive(port: int, school: str, text: str, count: int, at_once: int = 8) -> list[Visitor]:
    """So many visitors with an answered first message and an open stream."""
    places = asyncio.Semaphore(at_once)

    async def one() -> Visitor:
        async with places:
            visitor = Visitor(port)
            await visitor.begin(school, text)
            return visitor

    return list(await asyncio.gather(*(one() for _ in range(count))))


def _request(method: str, path: str, headers: dict[str, str]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {_HOST}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _head(reader: asyncio.StreamReader) -> tuple[int, int]:
    """(status, content length)"""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = next(x for x in head.split("\r\n") if x.startswith("content-length:"))
    return int(head.split()[1]), int(length.partition(":")[2])
