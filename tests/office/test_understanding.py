"""The bot's own answers as suggestions: fetched at once, or simply none."""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count

import pytest

from bot.engines.choice import engine_for
from bot.knowledge.catalog import catalog
from bot.office import understanding
from bot.office.understanding import answer_text, best_answers, understand


@contextmanager
def engine(reply: bytes, monkeypatch: pytest.MonkeyPatch, secret: str = "geheim") -> Iterator[list]:
    """An engine that says this to everything; what it was asked."""
    asked: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            asked.append({"path": self.path, **json.loads(body)})
            right = self.headers["X-Engine-Secret"] == "geheim"
            self.send_response(200 if right else 403)
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("ENGINE_URLS", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("ENGINE_SECRET", secret)
    try:
        yield asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


GOOD = json.dumps({"understood": [["inzage/kosten", 0.8], ["medewerker", 0.1]]}).encode()


def test_the_engine_is_asked_what_it_understands(monkeypatch) -> None:
    with engine(GOOD, monkeypatch) as asked:
        assert understand("wat kost dat", "gesprek-1") == ["inzage/kosten", "medewerker"]
    assert asked == [{"path": "/webhooks/dossierwijzer/parse", "text": "wat kost dat"}]


@pytest.mark.parametrize(
    "reply", [b"", b"[]", b"{}", b'{"understood": [1]}', b'{"understood": null}', b"<html>"]
)
def test_a_strange_reply_is_no_suggestion(monkeypatch, reply: bytes) -> None:
    with engine(reply, monkeypatch):
        assert understand("wat kost dat", "gesprek-1") == []


def test_a_refusal_is_no_suggestion(monkeypatch) -> None:
    with engine(GOOD, monkeypatch, secret="fout"):
        assert understand("wat kost dat", "gesprek-1") == []


def test_without_an_engine_there_are_simply_none(monkeypatch) -> None:
    monkeypatch.setenv("ENGINE_URLS", "http://127.0.0.1:1,http://127.0.0.1:2")
    monkeypatch.setenv("ENGINE_SECRET", "geheim")
    assert understand("wat kost dat", "gesprek-1") == []
    monkeypatch.delenv("ENGINE_SECRET")
    assert understand("wat kost dat", "gesprek-1") == []


def sender_of(url: str, urls: list[str]) -> str:
    """A conversation that this engine has."""
    names = (f"gesprek-{number}" for number in count())
    return next(name for name in names if engine_for(name, urls) == url)


@contextmanager
def silent() -> Iterator[str]:
    """The address of an engine that takes a connection and never says anything."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_the_engine_that_has_the_conversation_is_asked_first(monkeypatch) -> None:
    with engine(GOOD, monkeypatch) as asked:
        mine = os.environ["ENGINE_URLS"]
        with engine(GOOD, monkeypatch) as asked_of_other:
            urls = [os.environ["ENGINE_URLS"], mine]
            monkeypatch.setenv("ENGINE_URLS", ",".join(urls))
            assert understand("wat kost dat", sender_of(mine, urls)) != []
    assert (len(asked), asked_of_other) == (1, [])


@pytest.mark.parametrize("trouble", ["away", "silent", "strange"])
def test_another_engine_is_asked_when_it_fails(monkeypatch, trouble: str) -> None:
    monkeypatch.setattr(understanding, "_LONGEST_SECONDS", 4.0)
    with (
        engine(b"<html>", monkeypatch),
        silent() as quiet,
    ):
        own = {"strange": os.environ["ENGINE_URLS"], "silent": quiet, "away": "http://127.0.0.1:1"}
        with engine(GOOD, monkeypatch) as asked:
            urls = [own[trouble], os.environ["ENGINE_URLS"]]
            monkeypatch.setenv("ENGINE_URLS", ",".join(urls))
            sender = sender_of(own[trouble], urls)
            assert understand("wat kost dat", sender) == ["inzage/kosten", "medewerker"]
    assert len(asked) == 1


def test_only_answers_are_suggested_and_at_most_three() -> None:
    names = ["medewerker", *(answer.question for answer in list(catalog())[:5])]
    assert [one.question for one in best_answers(names)] == names[1:4]


def test_every_answer_can_be_sent_by_a_person() -> None:
    for answer in catalog():
        text = answer_text(answer)
        assert "Bron: " in text
        assert len(text) < 5000
        assert "{" not in text
    assert understanding._LONGEST_SECONDS <= 1.5
