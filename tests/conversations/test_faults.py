"""Nothing is lost and nothing filed twice when something breaks at the worst moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import Engine

from tests.conversations.parent import filed_by, fill_until
from tests.conversations.processes import Bot, Talk


@pytest.fixture
def mended(bot: Bot) -> Iterator[Bot]:
    """The bot, with its own action server back in place afterwards."""
    yield bot
    bot.stop_actions()
    bot.start_actions()


def test_killed_between_the_confirmation_and_the_reply(
    mended: Bot, talk: Talk, queue: Engine
) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    mended.stop_actions()
    mended.start_actions("tests.conversations.dying_actions")
    reply = talk.say("ja")
    assert "ging iets mis" in reply.text and reply.field == "confirm"
    (request,) = filed_by(queue, talk)
    mended.stop_actions()
    mended.start_actions()
    reply = talk.say("ja")
    assert reply.reference == request.reference
    assert len(filed_by(queue, talk)) == 1


def test_no_action_server_while_filling_in(mended: Bot, talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "requester_email")
    mended.stop_actions()
    reply = talk.say("mark@voorbeeld.nl")
    assert "ging iets mis" in reply.text and reply.field == "requester_email"
    mended.start_actions()
    talk.say("mark@voorbeeld.nl", "overslaan", "ja")
    assert len(filed_by(queue, talk)) == 1


def test_no_action_server_when_a_form_opens(mended: Bot, talk: Talk) -> None:
    mended.stop_actions()
    reply = talk.say("/klacht_indienen")
    assert "ging iets mis" in reply.text and reply.field is None
    mended.start_actions()
    assert talk.say("/klacht_indienen").field == "relation"


def test_danger_is_answered_without_an_action_server(mended: Bot, talk: Talk) -> None:
    mended.stop_actions()
    reply = talk.say("mijn man slaat de kinderen")
    assert "112" in reply.text and "0800-2000" in reply.text
    mended.start_actions()


def test_a_database_that_cannot_be_written_keeps_the_answers(
    mended: Bot, talk: Talk, queue: Engine
) -> None:
    fill_until(talk, "/klacht_indienen", "confirm")
    mended.stop_actions()
    mended.start_actions(DATABASE_URL="sqlite:////proc/nowhere/queue.db")
    reply = talk.say("ja")
    assert "Uw antwoorden zijn bewaard" in reply.text and "Probeer opnieuw" in reply.titles
    assert filed_by(queue, talk) == []
    mended.stop_actions()
    mended.start_actions()
    assert talk.say("/bevestig").reference
    assert len(filed_by(queue, talk)) == 1


def test_a_database_that_another_keeps_busy_loses_nothing(
    bot: Bot, talk: Talk, queue: Engine
) -> None:
    fill_until(talk, "/klacht_indienen", "confirm")
    other = sqlite3.connect(bot.database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reply = talk.say("ja")
    other.execute("ROLLBACK")
    other.close()
    assert "Uw antwoorden zijn bewaard" in reply.text and "Probeer opnieuw" in reply.titles
    assert filed_by(queue, talk) == []
    assert talk.say("/bevestig").reference
    assert len(filed_by(queue, talk)) == 1


def test_a_full_disk_keeps_the_answers_and_files_nothing_half(
    mended: Bot, talk: Talk, queue: Engine
) -> None:
    fill_until(talk, "/klacht_indienen", "confirm", details="Dit is er gebeurd. " * 100)
    mended.stop_actions()
    # What was erased before left pages that can be written without the file growing.
    with closing(sqlite3.connect(mended.database_url.removeprefix("sqlite:///"))) as database:
        database.execute("VACUUM")
    mended.start_actions("tests.conversations.full_disk_actions")
    reply = talk.say("ja")
    assert "Uw antwoorden zijn bewaard" in reply.text
    assert filed_by(queue, talk) == []
    mended.stop_actions()
    mended.start_actions()
    assert talk.say("/bevestig").reference
    assert len(filed_by(queue, talk)) == 1


def test_an_engine_log_holds_nothing_of_what_was_typed(bot: Bot, talk: Talk) -> None:
    fill_until(talk, "/klacht_indienen", "confirm", details="Zeldzaamwoord in mijn klacht.")
    talk.say("ja")
    assert "Zeldzaamwoord" not in bot.log("engine")
    assert "Zeldzaamwoord" not in bot.log("actions")


def test_a_form_opens_while_the_database_is_away(mended: Bot, talk: Talk) -> None:
    mended.stop_actions()
    mended.start_actions(DATABASE_URL="sqlite:////proc/nowhere/queue.db")
    assert talk.say("/klacht_indienen").field == "relation"
