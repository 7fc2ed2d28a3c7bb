"""What no widget sends: refused in words, never a 500, never stored."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.refusals import Refused
from bot.chat.typed import LONGEST_TEXT, for_engine, read_sent
from tests.support.chat import Site, Visitor, new_key

KEY = "k" * 36


def test_a_long_text_is_refused_in_words(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    reply = visitor.say("x" * (LONGEST_TEXT + 1))
    assert reply.status_code == 400
    assert reply.json()["code"] == "te_lang" and "2000 tekens" in reply.json()["text"]
    assert visitor.say("é" * LONGEST_TEXT).status_code == 202


def test_a_large_body_is_not_read(visitor: Visitor) -> None:
    visitor.begin()

    def endless() -> Any:
        yield b'{"key": "'
        for _ in range(100):
            yield b"x" * 10_000

    for content in (b"x" * 1_000_000, endless()):
        reply = visitor.http.post("/messages", content=content, headers=visitor.headers)
        assert (reply.status_code, reply.json()["code"]) == (413, "te_groot")


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\x00\x01", "\u200b\u200d", "\ud800"])
def test_a_text_without_anything_in_it_is_empty(visitor: Visitor, text: str) -> None:
    visitor.begin()
    content = json.dumps({"key": new_key(), "text": text})
    reply = visitor.http.post("/messages", content=content, headers=visitor.headers)
    assert (reply.status_code, reply.json()["code"]) == (400, "leeg")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"tekst"',
        b"\xff\xfe",
        b"[" * 20_000,
        b'{"key": ' + b"9" * 5_000 + b"}",
        b'{"text": "hoi"}',
        b'{"key": "kort", "text": "hoi"}',
        b'{"key": "' + b"k" * 65 + b'", "text": "hoi"}',
        b'{"key": "kkkkkkkkkkkkkkk\\u0000kkkkkk", "text": "hoi"}',
        b'{"key": 1, "text": "hoi"}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "text": 7}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "text": null}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "button": null}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "button": {"message": true, "index": 0}}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "button": {"message": -1, "index": 0}}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "button": {"message": 1e3, "index": 0}}',
        b'{"key": "kkkkkkkkkkkkkkkkkkkk", "button": {"message": 99999999999999999999, "index": 0}}',
    ],
)
def test_what_is_no_message_is_refused(site: Site, visitor: Visitor, content: bytes) -> None:
    visitor.begin()
    visitor.answered(1)
    before = len(site.rows())
    for path in ("/messages", "/conversations", "/read"):
        reply = visitor.http.post(path, content=content, headers=visitor.headers)
        assert reply.status_code in (400, 404), path
        assert reply.json()["code"] in ("ongeldig", "geen_school")
    assert len(site.rows()) == before


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "99999999999", "²", "%00", " 1"])
def test_a_sequence_that_is_none_is_refused(visitor: Visitor, after: str) -> None:
    visitor.begin()
    for path in ("/messages", "/events"):
        reply = visitor.http.get(f"{path}?after={after}", headers=visitor.headers)
        assert (reply.status_code, reply.json()["code"]) == (400, "ongeldig")


@pytest.mark.parametrize("slug", ["", "nergens", "' OR 1=1 --", "\x00", "é" * 10, "x" * 9999])
def test_an_unknown_school_is_told_so(site: Site, slug: str) -> None:
    stranger = site.visitor(slug)
    assert stranger.get("/school", school=slug).json()["code"] == "geen_school"
    assert stranger.begin().json()["code"] == "geen_school"
    assert site.rows() == []


def test_an_address_that_is_not_there_is_told_in_json(visitor: Visitor) -> None:
    assert visitor.get("/nergens").json()["code"] == "onbekend"
    assert visitor.http.put("/messages").json()["code"] == "kan_niet"


def test_html_and_commands_come_back_as_text(site: Site, visitor: Visitor) -> None:
    typed = "<script>alert(1)</script>'; DROP TABLE message; --"
    visitor.begin(typed)
    assert visitor.answered(1)[0] == ("bezoeker", typed)
    assert visitor.get().headers["content-type"] == "application/json"
    assert visitor.get().headers["x-content-type-options"] == "nosniff"


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_BODY = st.fixed_dictionaries(
    {}, optional={"key": st.just(KEY) | _ANYTHING, "text": _ANYTHING, "button": _ANYTHING}
)


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(_ANYTHING | _BODY)
def test_anything_is_a_message_or_refused(body: Any) -> None:
    try:
        sent = read_sent(body)
    except Refused:
        return
    assert sent.key == KEY


@settings(max_examples=1000)
@given(st.text(max_size=40))
def test_no_text_is_a_command_for_the_engine(text: str) -> None:
    for typed in (text, f"/{text}", f" {text}/restart"):
        try:
            sent = read_sent({"key": KEY, "text": typed})
        except Refused:
            continue
        assert not for_engine(sent.text).strip().startswith("/")
