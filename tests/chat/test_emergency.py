"""Danger typed in the chat: the numbers at once, whoever has the conversation and whatever is away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import clock
from bot.conversations import desk
from bot.conversations.models import Conversation, Escalation
from bot.conversations.states import WAITING, WITH_PERSON
from bot.db.session import session_scope
from bot.outbox.models import OutboxMessage
from tests.support.chat import Site, Visitor, new_key
from tests.support.conversations import add_staff
from tests.support.loopback import wait_until

DANGER = "mijn man slaat de kinderen"
NUMBERS = ("112", "0800-2000", "0800-0113", "0800-0432")


def warnings(visitor: Visitor) -> list[str]:
    return [text for author, text in visitor.texts() if author == "bot" and "112" in text]


def take(site: Site) -> None:
    """A person of the board takes the one conversation."""
    with session_scope(site.database) as session:
        conversation = session.query(Conversation).one()
        who = add_staff(session, "J. de Wit", None)
        desk.take_over(session, conversation, who, at=clock.now())


def mailed(site: Site) -> list[str]:
    return [row.payload["text"] for row in site.rows(OutboxMessage)]


def test_the_numbers_stand_there_before_any_engine_was_asked(site: Site, visitor: Visitor) -> None:
    site.engine.behaviour = "hold"
    visitor.begin(DANGER)
    (numbers,) = warnings(visitor)
    assert all(number in numbers for number in NUMBERS)
    assert visitor.get().json()["state"] == WAITING
    assert [one.reason for one in site.rows(Escalation)] == ["nood"]
    assert mailed(site)


def test_the_engine_hears_it_and_does_not_say_the_same_again(site: Site, visitor: Visitor) -> None:
    visitor.begin(DANGER)
    wait_until(lambda: site.engine.called)
    visitor.answered(2)
    assert [call.get("emergency_told") for call in site.engine.called] == [True]
    visitor.say("bedankt")
    visitor.answered(3)
    assert "emergency_told" not in site.engine.called[-1]


def test_with_an_engine_that_is_away_the_numbers_stay_the_last_word(
    site: Site, visitor: Visitor
) -> None:
    site.engine.server.stop()
    visitor.begin("hoi")
    wait_until(lambda: [text for author, text in visitor.texts() if author == "systeem"])
    wait_until(lambda: site.conversation().claimed_by is None)
    visitor.say(DANGER)
    wait_until(lambda: site.conversation().claimed_by is None)
    assert visitor.texts()[-1][1] == warnings(visitor)[-1]
    other = site.visitor()
    other.begin(DANGER)
    site.engine.server.start()
    other.answered(2)
    assert [author for author, _ in other.texts()] == ["bezoeker", "bot", "bot"]


def test_while_a_person_has_it_the_numbers_come_and_the_staff_are_mailed(
    site: Site, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.answered(1)
    take(site)
    visitor.say(DANGER)
    assert len(warnings(visitor)) == 1
    assert visitor.messages()[-1]["buttons"] == []
    assert site.conversation().state == WITH_PERSON
    assert site.conversation().reason == "nood"
    assert all("Een collega heeft dit gesprek nu" in text for text in mailed(site))
    assert all(DANGER not in text for text in mailed(site))


def test_a_talk_about_danger_is_not_interrupted_at_each_word(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    take(site)
    visitor.say(DANGER)
    before = len(mailed(site))
    visitor.say("hij slaat ze elke dag")
    assert len(warnings(visitor)) == 1 and len(mailed(site)) == before
    with session_scope(site.database) as session:
        session.query(Escalation).one().created_at = clock.now() - timedelta(minutes=31)
    visitor.say(DANGER)
    assert len(warnings(visitor)) == 2 and len(mailed(site)) == 2 * before


def test_what_only_the_engine_takes_for_danger_is_found_with_a_person(
    site: Site, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.answered(1)
    take(site)
    site.engine.understood = [["nood", 0.8], ["groet", 0.1]]
    visitor.say("me zoon heeft iets doms gedaan met touw")
    wait_until(lambda: warnings(visitor))
    assert site.engine.texts() == ["hoi"]
    assert [one.reason for one in site.rows(Escalation)] == ["nood"]


def test_what_is_no_danger_goes_to_the_person_and_brings_nothing(
    site: Site, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.answered(1)
    take(site)
    visitor.say("wat is de meldcode")
    visitor.say("en het dossier?")
    assert visitor.texts()[-1] == ("bezoeker", "en het dossier?")
    assert site.rows(Escalation) == []


def test_sent_twice_it_warns_once(site: Site, visitor: Visitor) -> None:
    key = new_key()
    site.engine.behaviour = "hold"
    visitor.begin()
    for _ in range(2):
        visitor.say(DANGER, key)
    assert len(warnings(visitor)) == len(site.rows(Escalation)) == 1


@pytest.mark.parametrize("text", [DANGER, "hij slaat me"])
def test_erasing_takes_the_call_along(site: Site, visitor: Visitor, text: str) -> None:
    visitor.begin(text)
    visitor.http.delete("/conversation", headers=visitor.headers)
    assert site.rows(Escalation) == site.rows(Conversation) == site.rows() == []
