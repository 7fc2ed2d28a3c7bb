"""Every way that words come to the engine and the actions, the wrong ones included."""

from __future__ import annotations

import json
import sqlite3

from tests.conversations.parent import fill_until
from tests.logs.canary import Canary, canary
from tests.logs.house import House, call

_REST = "/webhooks/rest/webhook"


def talk(house: House) -> None:
    _file(house, "/verzoek_inzage", canary("indiener"))
    _file(house, "/klacht_indienen", canary("klager"))
    _wrong_answers(house, canary("fouten"))
    _questions(house, canary("vraag"))
    _action_outright(house, canary("hulp"))
    _strange_messages(house, canary("vreemd"))
    _malformed(house, canary("kapot"))
    _to_the_actions(house, canary("actie"))
    _no_trackers(house, canary("geheugen"))
    _no_actions(house, canary("alleen"))


def _file(house: House, opening: str, who: Canary) -> None:
    """The action breaks in the last step, with every answer in its error."""
    given = {
        "child_name": who.name,
        "child_birth_date": who.typed_date,
        "subject": who.sentence,
        "details": who.sentence,
        "wish": who.sentence,
        "requester_name": who.name,
        "requester_email": who.email,
        "requester_phone": who.phone,
    }
    conversation = house.talk()
    assert fill_until(conversation, opening, "confirm", **given).field == "confirm"
    assert "Probeer opnieuw" in conversation.say("ja").titles


def _wrong_answers(house: House, who: Canary) -> None:
    conversation = house.talk()
    for wrong in (who.all, f"<b>{who.name}</b>", who.email, f"/{who.name}", who.phone * 50):
        fill_until(conversation, "/verzoek_inzage", "child_birth_date", child_name=who.name)
        conversation.say(wrong, wrong, "/annuleren", "ja")


def _questions(house: House, who: Canary) -> None:
    conversation = house.talk()
    conversation.say(who.sentence, who.all, who.all, "/medewerker", who.sentence, "mijn gegevens")
    conversation.say(f"hij slaat {who.name}", f"bel {who.phone}", "vergeet dit gesprek", "ja")


def _action_outright(house: House, who: Canary) -> None:
    conversation = house.talk()
    conversation.say(who.all)
    conversation.say(f'/help{{"onderwerp": "{who.name}"}}')


def _strange_messages(house: House, who: Canary) -> None:
    conversation = house.talk()
    for sent in (
        f'/verzoek_inzage{{"child_name": "{who.name}"',
        f'/verzoek_inzage{{"{who.path}kwibus": "{who.email}"}}',
        f'/{who.path}kwibus{{"a": "{who.phone}"}}',
        f"/inzage/{who.path}kwibus",
        f'/help["{who.name}"]',
        f"{who.all}\x00\ud7ff",
        who.all * 200,
    ):
        conversation.say(sent)


def _malformed(house: House, who: Canary) -> None:
    whole = json.dumps({"sender": who.path, "message": who.all}).encode()
    for body in (
        whole[:-9],
        whole.replace(b'"message"', b'"mes"'),
        who.all.encode(),
        b"\xff" + whole,
    ):
        call(house.engine + _REST, body)
    for message in (5, None, [who.all], {who.name: who.all}, {"text": who.all}):
        call(house.engine + _REST, {"sender": f"{who.path}kwibus-1", "message": message})
        call(house.engine + _REST, {"sender": [who.name], "message": message})
    call(f"{house.engine}/{who.path}kwibus?naam={who.path}kwibus", headers={"X-Naam": who.email})
    call(house.engine + _REST, whole, headers={"Content-Type": f"text/{who.path}kwibus"})


def _to_the_actions(house: House, who: Canary) -> None:
    """With the secret and without; no JSON, the wrong JSON, an action that is not there."""
    secret = house._environments["actions"]["ACTIONS_SECRET"]
    tracker = {"sender_id": who.path, "slots": {"naam": who.name}, "latest_message": who.all}
    bodies = (
        who.all.encode(),
        json.dumps({"next_action": f"{who.path}kwibus", "tracker": tracker}).encode(),
        json.dumps({"next_action": "action_simpler", "tracker": {"slots": who.all}}).encode(),
        json.dumps({"next_action": "action_simpler", "tracker": who.all}).encode(),
        json.dumps({"next_action": "action_show_source", "tracker": tracker}).encode(),
        json.dumps([who.all]).encode(),
    )
    for body in bodies:
        for headers in (
            {"X-Actions-Secret": secret},
            {"X-Actions-Secret": who.path + "kwibus"},
            {},
        ):
            call(f"{house.actions}/webhook", body, headers=headers)
    call(
        f"{house.actions}/{who.path}kwibus?q={who.path}kwibus", headers={"X-Actions-Secret": secret}
    )


def _no_trackers(house: House, who: Canary) -> None:
    """The engine's database loses its table in the middle of a conversation."""
    conversation = house.talk()
    conversation.say(who.all)
    with sqlite3.connect(house.trackers) as database:
        database.execute("ALTER TABLE trackers RENAME TO gone")
    conversation.say(who.all, who.sentence)
    with sqlite3.connect(house.trackers) as database:
        database.execute("ALTER TABLE gone RENAME TO trackers")
    database.close()


def _no_actions(house: House, who: Canary) -> None:
    conversation = house.talk()
    fill_until(conversation, "/verzoek_inzage", "child_name")
    house.stop_actions()
    conversation.say(who.name)
    conversation.say(who.all)
