"""A person hands the conversation back: the bot goes on with the topic and with the open form."""

from __future__ import annotations

from sqlalchemy import Engine

from bot.conversations.desk import resume_payload
from tests.conversations.parent import filed_by, fill_until
from tests.conversations.processes import Talk


def test_the_bot_offers_the_topic_again(talk: Talk) -> None:
    talk.say("mag ik het dossier inzien", "ik wil een medewerker")
    reply = talk.say(resume_payload("inzage/kosten"))
    assert "Ik ben het weer, de chatbot" in reply.text
    assert reply.buttons[0]["payload"] == "/inzage/kosten"
    assert talk.say(reply.buttons[0]["payload"]).question == "inzage/kosten"


def test_without_a_topic_it_asks_what_else(talk: Talk) -> None:
    reply = talk.say(resume_payload(None))
    assert "Hebt u nog een vraag?" in reply.text
    assert reply.titles == ["Andere onderwerpen", "Ik wil een medewerker"]


def test_an_open_form_asks_its_question_again_and_can_be_filed(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "group")
    assert "klaargezet" in talk.say("ik wil een medewerker").text
    reply = talk.say(resume_payload("inzage/termijn"))
    assert "Uw antwoorden zijn er nog" in reply.text
    assert reply.field == "group"
    talk.say("groep 6", "de verslagen", "overslaan", "ja", "Mark de Vries", "mark@voorbeeld.nl")
    assert talk.say("overslaan").field == "confirm"
    assert talk.say("ja").reference
    assert len(filed_by(queue, talk)) == 1


def test_a_form_that_waited_for_something_else_asks_its_question_too(talk: Talk) -> None:
    fill_until(talk, "/klacht_indienen", "details")
    talk.say("/stop")
    assert talk.say(resume_payload(None)).field == "details"
    fill_until(talk, "De school stuurde haar cijfers naar alle ouders.", "confirm")
    talk.say("iets wijzigen")
    reply = talk.say(resume_payload(None))
    assert reply.field == "confirm"
    assert any("samenvatting" in custom for custom in reply.customs)


def test_the_payload_is_not_taken_for_a_question_that_was_asked(talk: Talk) -> None:
    talk.say("hoe zit dat dan")
    assert "Bedoelt u" not in talk.say(resume_payload("inzage/recht")).text
