"""Every way that words come to the chat of the web process, and from there to the engine and staff."""

from __future__ import annotations

import uuid
from contextlib import suppress
from urllib.parse import quote

import httpx2

from bot.conversations.models import Conversation
from bot.db.engine import make_engine
from bot.db.session import session_scope
from tests.conversations.processes import _until
from tests.logs.canary import Canary, canary
from tests.logs.house import House, call

_CHANNEL = "/webhooks/dossierwijzer"


def chat(house: House) -> None:
    _visitor(house.web, canary("bezoeker"))
    _wrong_calls(house.web, canary("chatfouten"))
    _fault(house.web, canary("breektchat"))
    _to_the_channel(house, canary("kanaal"))
    _no_messages(house, canary("berichten"))


class Visitor:
    """One browser; `say` waits until the bot has answered."""

    def __init__(self, web: str) -> None:
        self.http = httpx2.Client(base_url=f"{web}/chat/v1", trust_env=False, timeout=30)
        self._answers = 0

    def begin(self, text: str, school: str = "regenboog") -> httpx2.Response:
        message = {"key": str(uuid.uuid4()), "text": text}
        reply = self.http.post("/conversations", json={"school": school, "message": message})
        if reply.status_code == 201:
            self.http.headers["authorization"] = f"Bearer {reply.json()['token']}"
        return reply

    def say(self, text: str) -> None:
        sent = self.http.post("/messages", json={"key": str(uuid.uuid4()), "text": text})
        assert sent.status_code == 202, sent.text
        _until(lambda: not self.http.get("/messages").json()["typing"])


def _visitor(web: str, who: Canary) -> None:
    visitor = Visitor(web)
    assert visitor.begin(who.all).status_code == 201
    for text in (
        who.sentence,
        f"/{who.name}",
        f'/inzage{{"a": "{who.email}"',
        "ik wil een medewerker",
    ):
        visitor.say(text)
    for text in (who.email, who.phone, f"hij slaat {who.name}"):
        visitor.say(text)
    visitor.http.get("/transcript")
    with (
        suppress(httpx2.TimeoutException),
        visitor.http.stream("GET", "/events", timeout=1) as stream,
    ):
        next(stream.iter_lines(), None)
    erased = Visitor(web)
    erased.begin(who.all)
    assert erased.http.delete("/conversation").json()["erased"]


def _wrong_calls(web: str, who: Canary) -> None:
    visitor, word = Visitor(web), f"{who.path}kwibus"
    visitor.begin(who.all, school=word)
    visitor.begin(who.all * 100)
    visitor.begin(who.sentence)
    for content in (who.all.encode(), b'{"key": "' + who.all.encode(), b"\xff" + who.all.encode()):
        for path in ("/messages", "/conversations", "/read"):
            visitor.http.post(path, content=content)
    for body in (
        {"key": who.all, "text": who.all},
        {"key": "k" * 36, "button": who.all},
        [who.all],
    ):
        visitor.http.post("/messages", json=body)
    visitor.http.get(f"/{word}?after={word}")
    visitor.http.get(f"/messages?after={quote(who.all)}")
    visitor.http.get("/messages", headers={"authorization": f"Bearer {word}"})
    visitor.http.get(f"/school?school={quote(who.all)}")
    visitor.http.patch(f"/messages/{word}", content=who.all)


def _fault(web: str, who: Canary) -> None:
    assert Visitor(web).begin(who.all).status_code == 500


def _to_the_channel(house: House, who: Canary) -> None:
    """The engine's own channel, with the secret and without; what it is sent is wrong."""
    secret = {"X-Engine-Secret": house._environments["engine"]["ENGINE_SECRET"]}
    bodies = (
        {"sender": who.name, "message": [who.all]},
        {"sender": who.name, "text": {who.name: who.email}},
        {"sender": f"{who.path}kwibus", "message": f"/{who.name}"},
        {"text": who.all, "before": who.phone},
        who.all.encode(),
    )
    for body in bodies:
        for path in ("message", "parse", "erase", "forget", f"{who.path}kwibus"):
            for headers in (secret, {"X-Engine-Secret": who.path}, {}):
                call(f"{house.engine}{_CHANNEL}/{path}", body, headers=headers)


def _no_messages(house: House, who: Canary) -> None:
    """The database loses the table of messages in the middle of a conversation."""
    visitor, engine = Visitor(house.web), make_engine(house.database_url)
    visitor.begin(who.sentence)
    _until(lambda: not visitor.http.get("/messages").json()["typing"])
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE message RENAME TO gone")
    sent = visitor.http.post("/messages", json={"key": str(uuid.uuid4()), "text": who.all})
    assert sent.status_code == 503
    visitor.http.get("/transcript")
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE gone RENAME TO message")
    engine.dispose()


def conversation_pages(house: House) -> list[str]:
    """Addresses of the pages of a conversation in the office."""
    engine = make_engine(house.database_url)
    with session_scope(engine, read_only=True) as session:
        identifier = session.query(Conversation.id).first()[0]
    engine.dispose()
    acts = (
        "",
        "/nieuw",
        "/tekst",
        "/antwoord",
        "/notitie",
        "/overnemen",
        "/teruggeven",
        "/verzoek",
    )
    return [f"/kantoor/gesprek/{identifier}{act}" for act in acts]


def without_an_engine(house: House) -> None:
    """The engine stops while a visitor goes on: the message is kept, the worker cannot erase there."""
    who = canary("zonder")
    visitor = Visitor(house.web)
    visitor.begin(who.sentence)
    house.stop_engine()
    sent = visitor.http.post("/messages", json={"key": str(uuid.uuid4()), "text": who.all})
    assert sent.status_code == 202
    visitor.http.delete("/conversation")
