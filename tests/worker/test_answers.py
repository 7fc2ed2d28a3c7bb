"""Who has left the chat gets a person's answer by mail: once, and several together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.conversations.answers_by_mail import APART, AWAY, COLLECTED
from bot.conversations.desk import answer, close, take_over
from bot.conversations.erasure import erase_conversation
from bot.conversations.log import messages_after
from bot.conversations.models import Conversation
from bot.db.session import session_scope
from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage
from bot.people.models import Account
from bot.worker.answers import mail_answers_to_who_left
from bot.worker.channels.mail import compose
from tests.support.conversations import QUESTION, add_staff, begin_waiting
from tests.support.office import make_school
from tests.support.requests import NOW, SETTINGS

SOON = NOW + COLLECTED
EMAIL = "mo@voorbeeld.nl"


@pytest.fixture
def conversation_id(engine):
    """A visitor who left an address and was seen last when the conversation began."""
    with session_scope(engine) as session:
        school = make_school(session)
        conversation = begin_waiting(session, school, at=NOW - timedelta(hours=1))
        conversation.contact_email = EMAIL
        conversation.visitor_seen_at = NOW - timedelta(hours=1)
        take_over(session, conversation, add_staff(session, "J. de Wit", school), at=NOW)
        return conversation.id


def write(engine, conversation_id, text: str, at=NOW, **changed) -> None:
    with session_scope(engine) as session:
        conversation = session.get_one(Conversation, conversation_id)
        who = session.scalars(select(Account)).one()
        answer(session, conversation, who, text, at=at)
        for name, value in changed.items():
            setattr(conversation, name, value)


def run(engine, now=SOON) -> int:
    return mail_answers_to_who_left(engine, SETTINGS, now)


def mails(engine) -> list[str]:
    with session_scope(engine, read_only=True) as session:
        messages = session.scalars(select(OutboxMessage).order_by(OutboxMessage.position)).all()
        return [compose(session, one, SETTINGS).get_content() for one in messages]


def test_the_answer_goes_to_the_address_and_stands_in_the_chat(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja, u mag het dossier inzien.")
    assert run(engine) == 1
    with session_scope(engine) as session:
        mail = compose(session, session.scalars(select(OutboxMessage)).one(), SETTINGS)
        texts = [one.text for one in messages_after(session, conversation_id, 0)]
    assert (mail["To"], mail["Subject"]) == (EMAIL, "Antwoord van De Regenboog")
    assert "J. de Wit schrijft:\n\nJa, u mag het dossier inzien." in mail.get_content()
    assert "Dit staat ook in de chat" in mail.get_content()
    assert QUESTION not in mail.get_content()
    assert "Ja, u mag het dossier inzien." in texts


def test_it_is_never_mailed_twice(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja.")
    for minutes in range(0, 60, 3):
        run(engine, SOON + timedelta(minutes=minutes))
    assert len(mails(engine)) == 1


def test_what_is_written_in_one_minute_is_one_mail(engine, conversation_id) -> None:
    write(engine, conversation_id, "Eerste.")
    write(engine, conversation_id, "Tweede.", at=NOW + timedelta(seconds=50))
    assert run(engine, NOW + timedelta(seconds=59)) == 0
    assert run(engine) == 1
    (text,) = mails(engine)
    assert text.index("Eerste.") < text.index("Tweede.")


def test_what_is_written_later_waits_for_the_next_mail(engine, conversation_id) -> None:
    write(engine, conversation_id, "Eerste.")
    run(engine)
    write(engine, conversation_id, "Tweede.", at=SOON + timedelta(seconds=1))
    assert run(engine, SOON + APART - timedelta(seconds=1)) == 0
    assert run(engine, SOON + APART) == 1
    assert ["Eerste." in text for text in mails(engine)] == [True, False]


def test_who_is_still_there_gets_no_mail_until_gone(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja.", visitor_seen_at=NOW)
    assert run(engine, NOW + AWAY - timedelta(seconds=1)) == 0
    assert run(engine, NOW + AWAY) == 1


def test_what_was_read_in_the_chat_is_not_mailed(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja.")
    with session_scope(engine) as session:
        conversation = session.get_one(Conversation, conversation_id)
        conversation.visitor_read = conversation.last_sequence
    assert run(engine) == 0


def test_without_an_address_nothing_is_mailed(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja.", contact_email=None)
    assert run(engine) == 0


def test_a_closed_conversation_is_mailed_too(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja.")
    with session_scope(engine) as session:
        conversation = session.get_one(Conversation, conversation_id)
        close(session, conversation, session.scalars(select(Account)).one(), at=NOW)
    assert run(engine) == 1


def test_where_no_browser_can_open_the_chat_the_mail_does_not_point_there(
    engine, conversation_id
) -> None:
    write(engine, conversation_id, "Ja.", token_hash=None, visitor_seen_at=None)
    run(engine)
    assert "in de chat op de website" not in mails(engine)[0]


def test_a_conversation_that_was_erased_sends_nothing(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja.")
    run(engine)
    with session_scope(engine) as session:
        # A worker has it in hand already.
        taken = session.scalars(select(OutboxMessage)).one()
        session.expunge(taken)
        erase_conversation(session, session.get_one(Conversation, conversation_id).sender)
        assert session.scalars(select(OutboxMessage)).all() == []
    with (
        session_scope(engine) as session,
        pytest.raises(DeliveryFailed, match="niet meer") as caught,
    ):
        compose(session, taken, SETTINGS)
    assert caught.value.final


def test_the_outbox_itself_holds_nothing_that_was_written(engine, conversation_id) -> None:
    write(engine, conversation_id, "Ja, u mag het dossier inzien.")
    run(engine)
    with session_scope(engine) as session:
        payload = session.scalars(select(OutboxMessage.payload)).one()
    assert "dossier" not in str(payload) and EMAIL not in str(payload)
