"""The web process's channel, over HTTP: who may call it, and what it tells."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp
import pytest
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, UserUttered
from sanic import Sanic

from bot.engine.channel import SECRET_HEADER, DossierwijzerChannel
from bot.engine.tracker_store import SnapshotTrackerStore

SECRET = "een geheim van deze keer"
RANKING = [{"name": f"inzage/{letter}", "confidence": 0.5} for letter in "abcdefg"]
PARSED = {"text": "x", "intent": {"name": "inzage"}, "entities": [], "intent_ranking": RANKING}


class Processor:
    def __init__(self) -> None:
        self.forms: list[str | None] = []

    async def parse_message(self, message: Any, tracker: Any = None) -> dict[str, Any]:
        self.forms.append(tracker.active_loop_name if tracker is not None else None)
        if message.text == "breekt":
            raise RuntimeError("breekt op Zeldzaamwoord")
        return PARSED


class SmallAgent:
    """Says one thing, and remembers as Rasa's own agent does."""

    def __init__(self, folder) -> None:
        store = SnapshotTrackerStore(Domain.empty(), url=f"sqlite:///{folder / 'trackers.db'}")
        self.tracker_store = FailSafeTrackerStore(store)
        self.lock_store = InMemoryLockStore()
        self.processor = Processor()
        self.handled: list[str] = []
        self.started = asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()

    def is_ready(self) -> bool:
        return True

    async def parse_message(self, text: str) -> dict[str, Any]:
        return PARSED

    async def handle_message(self, message: Any) -> None:
        async with self.lock_store.lock(message.sender_id):
            self.started.set()
            await self.may_end.wait()
            tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
            uttered = UserUttered(
                message.text, parse_data=message.parse_data, message_id=message.message_id
            )
            tracker.update(uttered)
            buttons = [{"title": "Ja", "payload": "/bevestig"}]
            said = {"text": "Eerst dit.\n\nDan dat.", "buttons": buttons, "custom": {"vraag": "x"}}
            data = {"buttons": buttons, "custom": said["custom"], "image": None}
            tracker.update(BotUttered(said["text"], data))
            await message.output_channel.send_response(message.sender_id, said)
            await self.tracker_store.save(tracker)
            self.handled.append(message.text)


SAID = {
    "recipient_id": "ouder",
    "text": "Eerst dit.\n\nDan dat.",
    "buttons": [{"title": "Ja", "payload": "/bevestig"}],
    "custom": {"vraag": "x"},
}


class Caller:
    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session, self._address = session, address

    async def post(self, path: str, body: Any, secret: str = SECRET) -> tuple[int, Any]:
        headers = {SECRET_HEADER: secret}
        url = f"{self._address}/webhooks/dossierwijzer/{path}"
        async with self._session.post(url, json=body, headers=headers) as reply:
            return reply.status, await reply.json()


@pytest.fixture(scope="module")
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def served(loop):
    """The app and its port: Sanic can be started once in a process."""

    async def serve() -> tuple[Sanic, int, Any]:
        app = Sanic("channel")
        for secret, prefix in ((SECRET, ""), ("", "/without")):
            blueprint = DossierwijzerChannel(secret).blueprint(None)
            blueprint.name += prefix.replace("/", "-")
            app.blueprint(blueprint, url_prefix=f"{prefix}/webhooks/dossierwijzer")
        server = await app.create_server(
            host="127.0.0.1", port=0, return_asyncio_server=True, access_log=False
        )
        await server.startup()
        return app, server.server.sockets[0].getsockname()[1], server

    app, port, server = loop.run_until_complete(serve())
    yield app, port
    server.close()
    loop.run_until_complete(server.wait_closed())


@pytest.fixture
def over_http(tmp_path, loop, served):
    """Runs a test against the channel, with an agent of its own."""
    app, port = served

    def run(test, prefix: str = "") -> None:
        async def called() -> None:
            app.ctx.agent = SmallAgent(tmp_path)
            async with aiohttp.ClientSession() as session:
                await test(Caller(session, f"http://127.0.0.1:{port}{prefix}"), app.ctx.agent)

        loop.run_until_complete(called())

    return run


def test_a_message_is_read_with_the_form_that_is_open(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        await caller.post("message", {"sender": "ouder", "message": "hoi"})
        tracker = await agent.tracker_store.get_or_create_tracker("ouder")
        tracker.update(ActiveLoop("request_form"))
        await agent.tracker_store.save(tracker)
        await caller.post("message", {"sender": "ouder", "message": "B. Jansen, vader"})
        assert agent.processor.forms == [None, "request_form"]

    over_http(test)


def test_a_message_comes_back_whole_with_what_was_understood(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        status, body = await caller.post("message", {"sender": "ouder", "message": "hoi"})
        assert status == 200
        assert body["replies"] == [SAID]
        assert body["understood"] == [[f"inzage/{letter}", 0.5] for letter in "abcde"]

    over_http(test)


@pytest.mark.parametrize("path", ["message", "parse", "erase", "forget"])
@pytest.mark.parametrize("secret", ["", "een ander geheim", SECRET[:-1], SECRET + "x"])
def test_without_the_secret_nothing_happens(over_http, path: str, secret: str) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        body = {"sender": "ouder", "message": "hoi", "text": "hoi", "before": 1}
        assert await caller.post(path, body, secret=secret) == (403, {"error": "forbidden"})
        assert agent.handled == []

    over_http(test)


def test_an_engine_without_a_secret_lets_nobody_in(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        assert (await caller.post("parse", {"text": "hoi"}, secret=""))[0] == 403

    over_http(test, prefix="/without")


@pytest.mark.parametrize(
    "body",
    [{}, [], {"sender": "a"}, {"sender": 1, "message": "x"}, {"sender": "a", "message": " "}],
)
def test_a_malformed_call_is_refused(over_http, body: Any) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        assert await caller.post("message", body) == (400, {"error": "malformed"})

    over_http(test)


def test_sending_again_what_was_handled_gives_the_same_answer(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        body = {"sender": "ouder", "message": "hoi", "id": "een"}
        first = await caller.post("message", body)
        assert await caller.post("message", body | {"again": True}) == first
        assert agent.handled == ["hoi"]
        await caller.post(
            "message", {"sender": "ouder", "message": "en?", "id": "twee", "again": 1}
        )
        assert agent.handled == ["hoi", "en?"]

    over_http(test)


def test_a_caller_who_stops_waiting_does_not_break_off_the_work(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        agent.may_end.clear()
        body = {"sender": "ouder", "message": "dien in", "id": "een"}
        waiting = asyncio.ensure_future(caller.post("message", body))
        await agent.started.wait()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        again = asyncio.ensure_future(caller.post("message", body | {"again": True}))
        agent.may_end.set()
        assert (await again)[1]["replies"] == [SAID]
        assert agent.handled == ["dien in"]

    over_http(test)


def test_an_erased_conversation_is_gone(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        await caller.post("message", {"sender": "ouder", "message": "hoi"})
        assert await caller.post("erase", {"sender": "ouder"}) == (200, {"erased": True})
        assert await agent.tracker_store.retrieve("ouder") is None

    over_http(test)


def test_what_was_silent_is_forgotten(over_http) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        await caller.post("message", {"sender": "ouder", "message": "hoi"})
        assert await caller.post("forget", {"before": 1000}) == (200, {"erased": 0})
        assert await caller.post("forget", {"before": 1e12}) == (200, {"erased": 1})

    over_http(test)


def test_a_failure_tells_its_kind_and_not_what_was_typed(over_http, caplog) -> None:
    async def test(caller: Caller, agent: SmallAgent) -> None:
        body = {"sender": "ouder", "message": "breekt"}
        assert await caller.post("message", body) == (500, {"error": "internal"})

    with caplog.at_level(logging.DEBUG):
        over_http(test)
    assert "RuntimeError" in caplog.text
    assert "Zeldzaamwoord" not in caplog.text and "breekt" not in caplog.text
