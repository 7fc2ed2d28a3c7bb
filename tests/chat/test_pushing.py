"""What is new is pushed as it comes, to everybody who looks, and the stream ends when it should."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import islice

import pytest
from sqlalchemy import select

from bot.chat import stream as stream_module
from bot.conversations.handoff import move
from bot.conversations.log import STAFF, append
from bot.conversations.models import Conversation
from bot.conversations.states import CLOSED, WITH_PERSON
from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.people.accounts import create_account
from tests.support.chat import Site, Visitor
from tests.support.fake_engine import SILENCE
from tests.support.loopback import wait_until
from tests.support.requests import NOW


def until(stream, name: str, holds=lambda data: True):
    return next(data for event, data in stream if event == name and holds(data))


def test_an_answer_is_pushed(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=4) as stream:
        assert until(stream, "state")["state"] == "bot"
        visitor.say("en nu?")
        assert until(stream, "message")["text"] == "en nu?"
        answer = until(stream, "message")
        assert (answer["author"], answer["text"]) == ("bot", "U zei: en nu?")
        assert until(stream, "state", lambda data: not data["typing"])


def test_a_bot_that_says_nothing_is_not_typing_any_more_here_nor_at_another_process(
    site: Site, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing but a change ends the waiting for one.
    monkeypatch.setattr(stream_module, "PING_SECONDS", 3600.0)
    second = Site(site.database, site.engine)
    second.server.start()
    there = second.visitor()
    try:
        visitor.begin(SILENCE)
        wait_until(lambda: not visitor.get().json()["typing"])
        there.token = visitor.token
        site.engine.behaviour = "hold"
        with visitor.events() as one, there.events() as other:
            visitor.say(SILENCE)
            for stream in (one, other):
                until(stream, "message", lambda data: data["sequence"] == 4)
                until(stream, "state", lambda data: data["typing"])
            site.engine.let_go()
            for stream in (one, other):
                until(stream, "state", lambda data: not data["typing"])
    finally:
        second.server.stop()
    assert [author for author, _ in visitor.texts()] == ["bezoeker", "bezoeker"]
    visitor.say("en nu?")
    assert visitor.answered(1)[-1] == ("bot", "U zei: en nu?")


def test_what_was_missed_comes_first(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=1) as stream:
        missed = [data["sequence"] for event, data in islice(stream, 3) if event == "message"]
    assert missed == [2, 3, 4]


def test_two_tabs_are_both_told(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    other = site.visitor()
    other.token = visitor.token
    with visitor.events(after=4) as here, other.events(after=4) as there:
        visitor.say("en nu?")
        for stream in (here, there):
            assert until(stream, "message", lambda data: data["author"] == "bot")


def _taken_over(site: Site, url: str) -> None:
    """By another process: with an engine of its own, so that nothing wakes this one."""
    database = make_engine(url)
    with session_scope(database) as session:
        conversation = session.scalars(select(Conversation)).one()
        account = create_account(
            session, email="j@school.nl", name="Jan de Wit", password=None, now=NOW
        )
        move(session, conversation, WITH_PERSON, at=NOW, actor=str(account.id))
        conversation.assignee_id = account.id
        append(session, conversation, author=STAFF, text="Dag!", at=NOW, account_id=account.id)
    database.dispose()


def test_a_person_is_pushed_by_name_and_the_engine_hears_nothing_more(
    site: Site, visitor: Visitor, database_url: str
) -> None:
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=4) as stream:
        until(stream, "state")
        _taken_over(site, database_url)
        message = until(stream, "message")
        assert (message["author"], message["name"]) == ("medewerker", "J. de Wit (school)")
        state = until(stream, "state")
        assert (state["state"], state["person"]) == ("bij_medewerker", "J. de Wit (school)")
    visitor.say("voor u")
    assert visitor.get().json()["typing"] is False
    assert site.engine.texts() == ["hoi"]


def test_who_takes_over_keeps_what_waits_from_the_engine(
    site: Site, visitor: Visitor, database_url: str
) -> None:
    site.engine.server.stop()
    visitor.begin("voor de bot")
    wait_until(lambda: len(visitor.texts()) == 2)
    _taken_over(site, database_url)
    site.engine.server.start()
    wait_until(lambda: not any(row.pending for row in site.rows()))
    assert site.engine.called == []


def test_a_hidden_message_reaches_the_engine_and_not_the_visitor(
    site: Site, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.answered(1)
    with session_scope(site.database) as session:
        conversation = session.scalars(select(Conversation)).one()
        append(
            session,
            conversation,
            author="systeem",
            text="",
            data={"hidden": True},
            payload="/hervat",
            pending=True,
            at=NOW,
        )
    visitor.answered(2)
    assert site.engine.texts() == ["hoi", "/hervat"]
    assert [one["sequence"] for one in visitor.messages()] == [1, 2, 3, 4, 6]


def test_a_message_opens_a_closed_conversation(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    with session_scope(site.database) as session:
        conversation = session.scalars(select(Conversation)).one()
        move(session, conversation, CLOSED, at=NOW, actor="x")
    assert visitor.get().json()["state"] == "gesloten"
    assert visitor.say("toch nog iets").json()["state"] == "bot"
    authors = [author for author, _ in visitor.answered(2)]
    assert authors == ["bezoeker", "bot", "systeem", "bezoeker", "bot"]


def test_an_erased_conversation_ends_its_streams(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=4) as stream:
        until(stream, "state")
        assert visitor.http.request("DELETE", "/conversation", headers=visitor.headers).json() == {
            "erased": True,
            "kept": [],
        }
        assert until(stream, "state")["notice"] == "Dit gesprek is gewist."
        assert list(stream) == []


def test_stopping_ends_the_streams_at_once(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=4) as stream:
        until(stream, "state")
        site.app.state.chat.end_streams()
        assert list(stream) == []


def test_who_looks_is_seen(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    before = site.conversation().visitor_seen_at
    with visitor.events(after=4) as stream:
        until(stream, "state")
        wait_until(lambda: site.conversation().visitor_seen_at > before)


def test_who_polls_is_seen_as_well(
    site: Site, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.hub._SEEN", timedelta(0))
    visitor.begin()
    visitor.answered(1)
    before = site.conversation().visitor_seen_at
    visitor.get()
    wait_until(lambda: site.conversation().visitor_seen_at > before)


def test_a_ping_keeps_the_stream_open(visitor: Visitor, monkeypatch) -> None:
    monkeypatch.setattr("bot.chat.stream.PING_SECONDS", 0.05)
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=4) as stream:
        assert next(data for event, data in stream if event == "") == "ping"


def test_as_many_streams_as_may_be(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    site.app.state.chat.limits._most_streams = 1
    with visitor.events(after=4) as stream:
        until(stream, "state")
        refused = visitor.get("/events")
        assert refused.status_code == 429
        assert refused.json()["code"] == "te_vaak" and refused.headers["retry-after"] == "30"
    wait_until(lambda: not site.app.state.chat.limits._streams)


def test_events_are_one_line_each(visitor: Visitor) -> None:
    visitor.begin("een regel\nen nog een")
    visitor.answered(1)
    with visitor.http.stream("GET", "/events", headers=visitor.headers) as response:
        lines = islice(response.iter_lines(), 14)
        data = [line for line in lines if line.startswith("data: ")]
    assert "een regel\\nen nog een" in "".join(data)
    assert all(json.loads(line.removeprefix("data: ")) for line in data)
