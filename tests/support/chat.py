"""A site with a chat on loopback, its visitors, and an engine that does what a test tells it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
from sqlalchemy import Engine, select

from bot.conversations.models import Conversation, Message
from bot.db.session import session_scope
from bot.web.app import make_app
from tests.support.fake_engine import SECRET, FakeEngine
from tests.support.loopback import Served, wait_until
from tests.support.office import make_school


class Site:
    """The web process with its database and its engine."""

    def __init__(self, engine: Engine, fake: FakeEngine) -> None:
        self.database = engine
        self.engine = fake
        self.app = make_app(lambda: engine)
        self.server = Served(self.app)

    def visitor(self, school: str = "regenboog") -> Visitor:
        return Visitor(self.server.url, school)

    def rows(self, model: Any = Message) -> list[Any]:
        with session_scope(self.database, read_only=True) as session:
            order = (Message.sequence,) if model is Message else ()
            return list(session.scalars(select(model).order_by(*order)))

    def conversation(self) -> Conversation:
        (conversation,) = self.rows(Conversation)
        return conversation


class Visitor:
    """One browser."""

    def __init__(self, url: str, school: str) -> None:
        self.http = httpx2.Client(base_url=f"{url}/chat/v1", trust_env=False, timeout=20)
        self.school = school
        self.token = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def begin(self, text: str = "hoi", **message: Any) -> httpx2.Response:
        body = {"key": new_key(), "text": text} | message
        if "button" in message:
            del body["text"]
        reply = self.http.post("/conversations", json={"school": self.school, "message": body})
        if reply.status_code == 201:
            self.token = reply.json()["token"]
        return reply

    def say(self, text: str, key: str | None = None) -> httpx2.Response:
        return self.post("/messages", {"key": key or new_key(), "text": text})

    def press(self, message: int, index: int = 0) -> httpx2.Response:
        button = {"message": message, "index": index}
        return self.post("/messages", {"key": new_key(), "button": button})

    def post(self, path: str, body: Any) -> httpx2.Response:
        return self.http.post(path, json=body, headers=self.headers)

    def get(self, path: str = "/messages", **query: Any) -> httpx2.Response:
        return self.http.get(path, params=query, headers=self.headers)

    def messages(self, after: int = 0) -> list[dict[str, Any]]:
        return self.get(after=after).json()["messages"]

    def texts(self, after: int = 2) -> list[tuple[str, str]]:
        """(author, text) after the two messages of the opening."""
        return [(one["author"], one["text"]) for one in self.messages(after)]

    def answered(self, times: int) -> list[tuple[str, str]]:
        """The conversation, once the bot has answered so often."""

        def enough() -> bool:
            texts = self.texts()
            return [author for author, _ in texts].count("bot") >= times

        wait_until(enough)
        return self.texts()

    @contextmanager
    def events(self, after: int = 0) -> Iterator[Iterator[tuple[str, Any]]]:
        """(event, data) as they come; a comment is ("", its text)."""
        with self.http.stream("GET", f"/events?after={after}", headers=self.headers) as response:
            assert response.status_code == 200
            yield _read(response.iter_lines())


def new_key() -> str:
    return str(uuid.uuid4())


def _read(lines: Iterator[str]) -> Iterator[tuple[str, Any]]:
    event = ""
    for line in lines:
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield event, json.loads(line.removeprefix("data: "))
        elif line.startswith(": "):
            yield "", line.removeprefix(": ")


@pytest.fixture
def fake() -> Iterator[FakeEngine]:
    engine = FakeEngine()
    engine.server.start()
    yield engine
    engine.let_go()
    engine.server.stop()


@pytest.fixture
def site(engine: Engine, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Serves from the first visit on; one school, no limits that a test would meet by accident."""
    monkeypatch.setenv("ENGINE_URLS", fake.server.url)
    monkeypatch.setenv("ENGINE_SECRET", SECRET)
    with session_scope(engine) as session:
        make_school(session, chat={"name": "Wijsneus", "greeting": "Vraag maar raak."})
        make_school(session, slug="ster", name="De Ster")
    site = Site(engine, fake)
    site.server.start()
    yield site
    fake.let_go()
    site.server.stop()


@pytest.fixture
def visitor(site: Site) -> Visitor:
    return site.visitor()
