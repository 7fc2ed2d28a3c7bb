"""A conversation that came through a school's page: a person can answer there, and misses are kept."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from bot import clock
from bot.conversations.models import Conversation, MissedQuestion
from bot.conversations.opening import open_for_visitor
from bot.db.session import session_scope
from bot.outbox.models import OutboxMessage
from bot.schools.models import School
from tests.conversations.parent import filed_by, fill_until
from tests.conversations.processes import Bot, Talk
from tests.support.office import make_school

# Of these tests only: others that share this bot have schools with hours.
WITHOUT_HOURS = "zonder-uren"


@pytest.fixture
def page(bot: Bot, queue: Engine) -> Talk:
    """A visitor's conversation at a school without office hours."""
    with session_scope(queue) as session:
        known = session.scalar(select(School).where(School.slug == WITHOUT_HOURS))
        school = known or make_school(session, slug=WITHOUT_HOURS)
        conversation, _ = open_for_visitor(session, school.id, clock.now())
        return Talk(bot, conversation.sender)


def missed(queue: Engine, talk: Talk) -> list[tuple[str, str]]:
    with session_scope(queue, read_only=True) as session:
        query = select(MissedQuestion).join(
            Conversation, Conversation.id == MissedQuestion.conversation_id
        )
        rows = session.scalars(query.where(Conversation.sender == talk.sender)).all()
        return [(row.text, row.why) for row in rows]


def test_who_asks_for_a_person_hears_what_this_school_can_promise(page: Talk) -> None:
    reply = page.say("mag school mijn kind filmen", "ik wil een medewerker")
    assert "Ik weet niet wanneer er iemand is" in reply.text
    assert "in de chat te staan" in reply.text
    assert "antwoordt niet hier" not in reply.text
    assert "De Regenboog ook bellen" in reply.text


def test_who_leaves_an_address_hears_that_the_answer_stands_here_too(page: Talk) -> None:
    reply = page.say("/vraag_achterlaten", "Mag de school filmen?", "mark@voorbeeld.nl")
    assert "het antwoord op het adres dat u gaf. Het komt ook hier" in reply.text
    again = page.say("ik wil een medewerker")
    assert "Antwoord per e-mail" not in again.titles


def test_a_request_goes_to_the_school_of_the_page_without_asking_which(
    page: Talk, queue: Engine
) -> None:
    reply = fill_until(page, "/verzoek_inzage", "confirm", school="niet gevraagd")
    assert "School of locatie: De Regenboog" in reply.text
    page.say("ja")
    (request,) = filed_by(queue, page)
    with session_scope(queue, read_only=True) as session:
        assert session.get_one(School, request.school_id).slug == WITHOUT_HOURS


def test_another_school_can_be_named_in_the_summary(page: Talk) -> None:
    fill_until(page, "/verzoek_inzage", "confirm")
    assert page.say("wijzig school of locatie").field == "school"
    assert "School of locatie: De Ster" in page.say("De Ster").text


def test_what_was_not_understood_is_kept_and_a_form_is_not(page: Talk, queue: Engine) -> None:
    page.say("hoe zit dat dan", "/niet_geholpen", "/klacht_indienen", "leerling", "Daan Jansen")
    page.say("/niet_geholpen")
    assert missed(queue, page) == [("hoe zit dat dan", "niet_begrepen")]


def test_an_answer_that_did_not_help_is_kept_with_its_question(page: Talk, queue: Engine) -> None:
    page.say("hoe lang worden camerabeelden bewaard", "/niet_geholpen")
    assert missed(queue, page) == [("hoe lang worden camerabeelden bewaard", "niet_geholpen")]


def test_elsewhere_nothing_is_kept(talk: Talk, queue: Engine) -> None:
    talk.say("hoe zit dat dan")
    assert missed(queue, talk) == []


def test_danger_is_mailed_to_the_school(page: Talk, queue: Engine) -> None:
    page.say("mijn man slaat de kinderen")
    with session_scope(queue, read_only=True) as session:
        payloads = session.scalars(select(OutboxMessage.payload)).all()
    assert f"info@{WITHOUT_HOURS}.example" in {payload["to"] for payload in payloads}
    assert not any("slaat" in payload["text"] for payload in payloads)
