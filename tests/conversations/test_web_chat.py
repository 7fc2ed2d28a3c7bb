"""A parent on the school's page: through the web process, the engine and the actions to the queue."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import httpx2
import pytest
from sqlalchemy import Engine, select

from bot import clock
from bot.conversations.models import Conversation
from bot.db.session import session_scope
from bot.requests.models import Request
from bot.schools.editing import create_school
from tests.conversations.processes import Bot
from tests.support.chat import Visitor
from tests.support.loopback import wait_until
from tests.support.parent_answers import PARENT


@pytest.fixture(scope="module")
def address(bot: Bot) -> Iterator[str]:
    yield bot.start_web()
    bot.stop_web()


@pytest.fixture
def parent(address: str, queue: Engine) -> Visitor:
    with session_scope(queue) as session:
        slug = create_school(session, "De Regenboog", clock.now()).slug
    return Visitor(address, slug)


def ask(parent: Visitor, text: str) -> list[dict]:
    """What is said to this."""
    if not parent.token:
        assert parent.begin(text).status_code == 201
    else:
        assert parent.say(text).status_code == 202
    return said(parent)


def said(parent: Visitor) -> list[dict]:
    """Everything since the last message of the parent, once the bot is done."""
    wait_until(lambda: not parent.get().json()["typing"], 30)
    messages = parent.messages()
    newest = max(i for i, one in enumerate(messages) if one["author"] == "bezoeker")
    return messages[newest + 1 :]


def file_a_request(parent: Visitor) -> list[dict]:
    replies = ask(parent, "ik wil inzage aanvragen")
    for _ in range(25):
        form = replies[-1]["form"]
        if form is None or form["field"] == "confirm":
            break
        replies = ask(parent, PARENT[form["field"]])
    return ask(parent, "ja")


def sender_of(queue: Engine, parent: Visitor) -> str:
    newest = select(Conversation.sender).order_by(Conversation.created_at.desc()).limit(1)
    with session_scope(queue, read_only=True) as session:
        return session.scalars(newest).one()


def test_a_question_is_answered_with_its_source(parent: Visitor) -> None:
    (answer,) = ask(parent, "mag ik het dossier van mijn dochter van 9 zien")
    assert answer["answer"]["question"] == "inzage/recht"
    assert answer["answer"]["sources"] and "\n\n" in answer["text"]
    assert answer["buttons"]


def test_a_form_shows_where_the_parent_is(parent: Visitor) -> None:
    form = ask(parent, "ik wil inzage aanvragen")[-1]["form"]
    assert form["field"] == "relation" and form["label"] == "Wie vraagt dit"
    assert 1 <= form["step"] < form["steps"] and form["steps"] > 5
    assert form["optional"] is False


def test_a_request_is_filed_from_the_page_and_found_in_the_queue(
    parent: Visitor, queue: Engine
) -> None:
    (filed, *_) = file_a_request(parent)
    receipt = filed["receipt"]
    with session_scope(queue, read_only=True) as session:
        wanted = select(Request).where(Request.reference == receipt["reference"])
        request = session.scalars(wanted).one()
    assert request.kind == "inzage" and request.child_name == PARENT["child_name"]
    assert request.conversation_id == sender_of(queue, parent)
    assert receipt["due_on"] == request.due_on.isoformat()
    summary = next(one["summary"] for one in parent.messages() if one["summary"])
    assert {"field", "label", "value"} == summary[0].keys()


def test_a_typed_command_changes_nothing(parent: Visitor) -> None:
    ask(parent, "ik wil inzage aanvragen")
    for typed in ("/restart", " /session_start", '/wis_gesprek{"zeker": "ja"}'):
        ask(parent, typed)
    assert parent.get().status_code == 200
    # The form is still where it was.
    assert ask(parent, PARENT["relation"])[-1]["form"]["field"] == "child_name"


def test_a_button_goes_on_where_it_says(parent: Visitor) -> None:
    (answer,) = ask(parent, "mag ik het dossier van mijn kind zien")
    titles = [button["title"] for button in answer["buttons"]]
    parent.press(answer["sequence"], titles.index("16 of 17"))
    (sixteen,) = said(parent)
    assert "Alleen als uw kind dat goedvindt" in sixteen["text"]


def test_asking_for_a_person_shows_in_the_state(parent: Visitor) -> None:
    ask(parent, "ik wil een medewerker spreken")
    assert parent.get().json()["state"] == "wacht_op_medewerker"
    assert ask(parent, "mag ik het dossier van mijn kind zien")


def test_a_complaint_about_violence_brings_the_numbers_once_and_goes_on(parent: Visitor) -> None:
    replies = ask(parent, "ik wil een klacht indienen")
    while (field := replies[-1]["form"]["field"]) != "details":
        replies = ask(parent, PARENT[field])
    replies = ask(parent, "de juf heeft mijn zoon geslagen in de klas")
    assert ["0800-2000" in one["text"] for one in replies] == [True, False]
    assert replies[-1]["form"]["field"] == "wish"
    assert parent.get().json()["state"] == "wacht_op_medewerker"


@pytest.mark.parametrize("who", ["Dennis Kuipers, vader", "mama", "Anouk Bakker, ik ben de moeder"])
def test_who_somebody_is_is_an_answer_and_no_danger(parent: Visitor, who: str) -> None:
    ask(parent, "ik wil inzage aanvragen")
    (custody,) = ask(parent, who)
    assert "gezag" in custody["text"]
    assert ask(parent, "ja")[-1]["form"]["field"] == "child_name"


def test_after_danger_a_no_is_answered_gently(parent: Visitor) -> None:
    ask(parent, "mijn vader slaat me elke dag")
    (gentle,) = ask(parent, "nee")
    assert "Kindertelefoon" in gentle["text"] and "onderwerp" not in gentle["text"]


def test_erasing_leaves_nothing_of_what_was_typed(bot: Bot, parent: Visitor, queue: Engine) -> None:
    ask(parent, "mijn dochter heet Zeldzaamnaam, mag ik haar dossier zien")
    sender = sender_of(queue, parent)
    assert sender in trackers(bot)
    reply = parent.http.request("DELETE", "/conversation", headers=parent.headers)
    assert reply.json() == {"erased": True, "kept": []}
    wait_until(lambda: sender not in trackers(bot))
    wait_until(lambda: sender not in dump(bot))
    assert "Zeldzaamnaam" not in dump(bot) + trackers(bot)


def test_the_bots_own_erasing_leaves_nothing_and_says_what_stays(
    bot: Bot, parent: Visitor, queue: Engine
) -> None:
    reference = file_a_request(parent)[0]["receipt"]["reference"]
    sender = sender_of(queue, parent)
    sure = ask(parent, "wis mijn gesprek")[-1]
    parent.press(sure["sequence"], 0)
    wait_until(lambda: parent.get().status_code == 401, 30)
    wait_until(lambda: sender not in trackers(bot), 30)
    with session_scope(queue, read_only=True) as session:
        request = session.scalars(select(Request).where(Request.reference == reference)).one()
    assert request.conversation_id is None


def test_a_typed_yes_erases_too(bot: Bot, parent: Visitor, queue: Engine) -> None:
    ask(parent, "hoi")
    sender = sender_of(queue, parent)
    ask(parent, "wis mijn gesprek")
    parent.say("ja, wis alles maar")
    wait_until(lambda: parent.get().status_code == 401, 30)
    wait_until(lambda: sender not in trackers(bot), 30)


def test_the_page_is_well(address: str) -> None:
    reply = httpx2.get(f"{address}/health", trust_env=False)
    found = reply.json()
    assert reply.status_code == 200
    assert (found["database"], found["engine"], found["actions"]) == ("ok", "ok", "ok")


def test_no_log_holds_what_was_typed(bot: Bot, parent: Visitor) -> None:
    ask(parent, "mijn zoon heet Zeldzamernaam")
    for name in ("web", "engine", "actions"):
        assert "Zeldzamernaam" not in bot.log(name)
        assert parent.token not in bot.log(name)


def dump(bot: Bot) -> str:
    return _dump(bot.folder / "queue.db")


def trackers(bot: Bot) -> str:
    return _dump(bot.folder / "trackers.db")


def _dump(path) -> str:
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())
