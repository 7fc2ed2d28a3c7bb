"""What may be said of an answer by a person depends on where the conversation is held."""

from __future__ import annotations

from actions.ask_person import what_happens_next
from actions.question_form import where_the_answer_comes
from bot.conversations.opening import ensure_for_sender
from bot.conversations.outlook import outlook
from tests.support.conversations import LATER, begin, begin_waiting
from tests.support.office import make_school
from tests.support.requests import NOW

WEEK = [["08:30", "16:00"]] * 5 + [None, None]


def test_on_a_schools_page_an_answer_in_the_chat_is_possible(session) -> None:
    conversation = begin_waiting(session, make_school(session, office_hours=WEEK))
    found = outlook(session, conversation.sender, NOW)
    assert found.promise is not None and found.promise.available
    text = what_happens_next(found)
    assert "kan u hier in de chat antwoorden" in text
    assert "De Regenboog ook bellen: 030-1234567" in text
    assert "ook hier in de chat te staan" in where_the_answer_comes(found)


def test_elsewhere_no_answer_in_the_chat_is_promised(session) -> None:
    ensure_for_sender(session, "terminal", NOW)
    for sender in ("terminal", "onbekend"):
        found = outlook(session, sender, NOW)
        assert found.promise is None
        assert "antwoordt niet hier in de chat" in what_happens_next(found)
        assert "in de chat te staan" not in where_the_answer_comes(found)


def test_who_gave_an_address_is_not_asked_for_it_again(session) -> None:
    conversation = begin_waiting(session, make_school(session, office_hours=WEEK))
    conversation.contact_email = "mo@voorbeeld.nl"
    session.flush()
    text = what_happens_next(outlook(session, conversation.sender, LATER))
    assert "Laat uw vraag achter" not in text
    assert "krijgt u het antwoord per e-mail" in text


def test_a_page_without_a_school_names_no_hours(session) -> None:
    conversation = begin(session, None)
    text = what_happens_next(outlook(session, conversation.sender, NOW))
    assert "Ik weet niet wanneer er iemand is" in text
