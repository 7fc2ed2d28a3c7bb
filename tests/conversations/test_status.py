"""Status and withdrawal: for who has reference and address together, and for nobody else."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from bot.requests.lookup import NOT_FOUND_NL
from tests.conversations.parent import filed_by, fill_until
from tests.conversations.processes import Bot, Talk


@pytest.fixture
def reference(bot: Bot) -> str:
    talk = bot.talk()
    fill_until(talk, "/verzoek_inzage", "confirm")
    found = talk.say("ja").reference
    assert found is not None
    return found


def test_with_both_the_status_is_told(talk: Talk, reference: str) -> None:
    talk.say("/status_opvragen", reference.lower())
    assert "moet uiterlijk" in talk.say("mark@voorbeeld.nl").text


def test_both_in_one_sentence_need_no_questions(talk: Talk, reference: str) -> None:
    reply = talk.say(f"hoe staat het met mijn verzoek {reference}, mijn mail is mark@voorbeeld.nl")
    assert "moet uiterlijk" in reply.text


def test_with_another_address_nothing_is_told(talk: Talk, reference: str) -> None:
    talk.say("/status_opvragen", reference)
    assert NOT_FOUND_NL in talk.say("iemand@anders.nl").text


def test_an_unknown_reference_gets_the_same_words(talk: Talk) -> None:
    talk.say("/status_opvragen", "DW-33333-3333N")
    reply = talk.say("mark@voorbeeld.nl")
    assert reply.field == "reference" or NOT_FOUND_NL in reply.text


def test_a_slip_in_the_reference_is_noticed(talk: Talk, reference: str) -> None:
    talk.say("/status_opvragen")
    wrong = reference[:-1] + ("A" if reference[-1] != "A" else "C")
    assert talk.say(wrong).field == "reference"


def test_withdrawing_asks_first(bot: Bot, queue: Engine, reference: str) -> None:
    talk = bot.talk()
    reply = talk.say("/verzoek_ingetrokken", reference, "mark@voorbeeld.nl")
    assert reply.field == "sure"
    assert "is ingetrokken" in talk.say("ja").text


def test_no_to_withdrawing_changes_nothing(talk: Talk, bot: Bot, queue: Engine) -> None:
    asker = bot.talk()
    fill_until(asker, "/verzoek_inzage", "confirm")
    reference = asker.say("ja").reference or ""
    talk.say("/verzoek_ingetrokken", reference, "mark@voorbeeld.nl", "nee")
    (request,) = filed_by(queue, asker)
    assert request.state == "ontvangen"


def test_a_stranger_cannot_withdraw(talk: Talk, bot: Bot, queue: Engine) -> None:
    asker = bot.talk()
    fill_until(asker, "/verzoek_inzage", "confirm")
    reference = asker.say("ja").reference or ""
    talk.say("/verzoek_ingetrokken", reference, "vreemde@anders.nl", "ja")
    (request,) = filed_by(queue, asker)
    assert request.state == "ontvangen"
