"""An engine that does what a test tells it, behind the real channel's addresses."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.support.loopback import Served

SECRET = "geheim-van-de-proef"
#: To this it says nothing at all.
SILENCE = "zeg niets"
HELP = [{"title": "Inzage aanvragen", "payload": "/verzoek_inzage"}]


class FakeEngine:
    """Echoes what it is told. `behaviour`: ok, hold, garbage, wrong_shape, huge, broken or drop."""

    def __init__(self) -> None:
        self.behaviour = "ok"
        #: (sender, message) of everything that it really handled, in order.
        self.handled: list[tuple[str, str]] = []
        self.called: list[dict[str, Any]] = []
        self.erased: list[str] = []
        self.forgotten: list[float] = []
        self.most_at_once: dict[str, int] = {}
        #: What it makes of any sentence that it is only asked to read.
        self.understood: list[list[Any]] = [["inzage/recht", 0.9]]
        self.said: dict[str, dict[str, Any]] = {}
        self._now: dict[str, int] = {}
        self._let_go = threading.Event()
        routes = [
            Route(f"/webhooks/dossierwijzer/{path}", self._guarded(handler), methods=["POST"])
            for path, handler in (
                ("message", self._message),
                ("parse", self._parse),
                ("erase", self._erase),
                ("forget", self._forget),
            )
        ]
        self.server = Served(Starlette(routes=routes))

    def let_go(self) -> None:
        """Ends `hold`, also for what is being held."""
        self.behaviour = "ok"
        self._let_go.set()

    def texts(self) -> list[str]:
        return [message for _, message in self.handled]

    def _guarded(self, handler: Any) -> Any:
        async def guarded(http: HttpRequest) -> Response:
            if http.headers.get("x-engine-secret") != SECRET:
                return JSONResponse({"error": "forbidden"}, status_code=403)
            return await handler(await http.json())

        return guarded

    async def _message(self, body: dict[str, Any]) -> Response:
        self.called.append(body)
        sender = body["sender"]
        self._now[sender] = self._now.get(sender, 0) + 1
        self.most_at_once[sender] = max(self.most_at_once.get(sender, 0), self._now[sender])
        try:
            holds = self.behaviour == "hold"
            while holds and not self._let_go.is_set():
                await asyncio.sleep(0.01)
            if self.behaviour == "drop":
                self.behaviour = "ok"
                self._answer(body)
                raise ConnectionAbortedError
            return self._answer(body)
        finally:
            self._now[sender] -= 1

    def _answer(self, body: dict[str, Any]) -> Response:
        if self.behaviour == "garbage":
            return Response("<html>niet van ons</html>")
        if self.behaviour == "wrong_shape":
            return JSONResponse({"replies": [{"text": ["geen tekst"]}], "understood": []})
        if self.behaviour == "huge":
            return JSONResponse({"replies": [{"text": "x" * 2_000_000}], "understood": []})
        if self.behaviour == "broken":
            return JSONResponse({"error": "internal"}, status_code=500)
        key = f"{body['sender']}:{body['id']}"
        if not (body["again"] and key in self.said):
            self.handled.append((body["sender"], body["message"]))
            self.said[key] = reply_to(body["message"])
        return JSONResponse(self.said[key])

    async def _parse(self, body: dict[str, Any]) -> Response:
        if self.behaviour == "hold":
            return JSONResponse({"error": "busy"}, status_code=503)
        return JSONResponse({"understood": self.understood})

    async def _erase(self, body: dict[str, Any]) -> Response:
        self.erased.append(body["sender"])
        return JSONResponse({"erased": True})

    async def _forget(self, body: dict[str, Any]) -> Response:
        self.forgotten.append(body["before"])
        return JSONResponse({"erased": 0})


def reply_to(message: str) -> dict[str, Any]:
    """An echo with a button, and with an answer's data when it is asked for the file."""
    if message == SILENCE:
        return {"replies": [], "understood": []}
    said: dict[str, Any] = {"text": f"U zei: {message}", "buttons": HELP}
    if "dossier" in message:
        said["custom"] = ANSWER
    return {"replies": [said], "understood": [["inzage/recht", 0.91], ["inzage/kopie", 0.2]]}


ANSWER = {
    "vraag": "inzage/recht",
    "titel": "Mag ik het dossier van mijn kind inzien?",
    "kort": "Ja, met gezag mag dat.",
    "bronnen": [{"naam": "AVG artikel 15", "organisatie": "Europese Unie", "url": "https://x.eu"}],
    "gecontroleerd": "2026-11",
    "zekerheid": "hoog",
}
