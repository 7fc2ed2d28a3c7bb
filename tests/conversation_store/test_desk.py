"""A person takes a conversation over and gives it back; the visitor is told every time."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from bot.conversations.desk import (
    DeskRefused,
    add_note,
    answer,
    close,
    hand_back,
    hand_over,
    put_back,
    take_over,
)
from bot.conversations.handoff import reopen, stop_waiting
from bot.conversations.log import VISITOR, append, messages_after
from bot.conversations.models import Conversation, ConversationEvent, Message
from bot.conversations.states import BOT, CLOSED, WAITING, WITH_PERSON
from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.people.models import Account
from tests.support.conversations import LATER, add_staff, begin_waiting
from tests.support.office import make_school


@pytest.fixture
def school(session):
    return make_school(session)


@pytest.fixture
def wit(session, school) -> Account:
    return add_staff(session, "J. de Wit", school)


@pytest.fixture
def bakker(session, school) -> Account:
    return add_staff(session, "A. Bakker", school)


@pytest.fixture
def conversation(session, school) -> Conversation:
    return begin_waiting(session, school)


def told(session, conversation: Conversation) -> list[str]:
    """What the visitor reads between the messages."""
    return [
        message.text
        for message in messages_after(session, conversation.id, 0)
        if message.author == "systeem" and not (message.data or {}).get("hidden")
    ]


def events(session, conversation: Conversation) -> list[ConversationEvent]:
    query = select(ConversationEvent).where(ConversationEvent.conversation_id == conversation.id)
    return list(session.scalars(query))


def last_event(session, conversation: Conversation) -> ConversationEvent:
    return events(session, conversation)[-1]


def test_taking_over_is_told_and_recorded(session, conversation, wit) -> None:
    take_over(session, conversation, wit, at=LATER)
    assert (conversation.state, conversation.assignee_id) == (WITH_PERSON, wit.id)
    assert conversation.waiting_since is None
    assert told(session, conversation) == ["U praat nu met J. de Wit van de school."]
    event = last_event(session, conversation)
    assert (event.actor, event.data) == (str(wit.id), {"from": WAITING, "to": WITH_PERSON})


def test_what_waited_for_the_bot_waits_for_it_no_longer(session, conversation, wit) -> None:
    asked = append(session, conversation, author=VISITOR, text="En nu?", pending=True, at=LATER)
    take_over(session, conversation, wit, at=LATER)
    session.refresh(asked)
    assert not asked.pending


def test_who_comes_second_is_told_who_was_first(session, conversation, wit, bakker) -> None:
    take_over(session, conversation, wit, at=LATER)
    with pytest.raises(DeskRefused, match=r"J\. de Wit heeft dit gesprek al"):
        take_over(session, conversation, bakker, at=LATER)
    assert conversation.assignee_id == wit.id


def test_clicking_twice_tells_the_visitor_once(session, conversation, wit) -> None:
    take_over(session, conversation, wit, at=LATER)
    take_over(session, conversation, wit, at=LATER)
    assert len(told(session, conversation)) == 1


def test_of_two_who_click_at_once_exactly_one_gets_it(database_url: str) -> None:
    own = make_engine(database_url)
    with session_scope(own) as session:
        school = make_school(session)
        staff = [add_staff(session, name, school).id for name in ("J. de Wit", "A. Bakker")]
        conversation_id = begin_waiting(session, school).id
    ready, outcomes = threading.Barrier(2), []

    def one_click(account_id) -> None:
        engine = make_engine(database_url)
        ready.wait()
        try:
            with session_scope(engine) as session:
                conversation = session.get_one(Conversation, conversation_id)
                take_over(session, conversation, session.get_one(Account, account_id), at=LATER)
                outcomes.append(account_id)
        except DeskRefused:
            outcomes.append(None)
        engine.dispose()

    threads = [threading.Thread(target=one_click, args=(one,)) for one in staff]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [one for one in outcomes if one is not None]
    assert len(outcomes) == 2
    with session_scope(own) as session:
        conversation = session.get_one(Conversation, conversation_id)
        assert conversation.assignee_id == winner
        assert len(told(session, conversation)) == 1
    own.dispose()


def test_handing_back_tells_the_visitor_and_sends_the_bot_its_topic(
    session, conversation, wit
) -> None:
    take_over(session, conversation, wit, at=LATER)
    hand_back(session, conversation, wit, topic="inzage/kosten", at=LATER)
    assert (conversation.state, conversation.assignee_id) == (BOT, None)
    assert conversation.topic == "inzage/kosten"
    assert told(session, conversation)[-1] == "U praat weer met de chatbot."
    pending = session.scalars(select(Message).where(Message.pending)).one()
    assert (pending.author, pending.payload) == ("systeem", '/hervat{"vraag": "inzage/kosten"}')
    assert pending.data == {"hidden": True}


def test_handing_back_without_a_topic_keeps_the_one_that_was(session, conversation, wit) -> None:
    take_over(session, conversation, wit, at=LATER)
    hand_back(session, conversation, wit, topic=None, at=LATER)
    assert conversation.topic == "inzage/recht"
    assert session.scalars(select(Message.payload).where(Message.pending)).one() == "/hervat"


def test_nothing_is_sent_to_the_bot_where_no_browser_listens(session, conversation, wit) -> None:
    conversation.token_hash = None
    take_over(session, conversation, wit, at=LATER)
    hand_back(session, conversation, wit, topic=None, at=LATER)
    assert session.scalars(select(Message).where(Message.pending)).all() == []


def test_a_conversation_that_needs_no_person_goes_back_without_being_taken(
    session, conversation, wit
) -> None:
    hand_back(session, conversation, wit, topic=None, at=LATER)
    assert (conversation.state, conversation.waiting_since) == (BOT, None)


def test_a_colleague_gets_it(session, conversation, wit, bakker) -> None:
    take_over(session, conversation, wit, at=LATER)
    hand_over(session, conversation, wit, bakker, at=LATER)
    assert (conversation.state, conversation.assignee_id) == (WITH_PERSON, bakker.id)
    assert told(session, conversation)[-1] == "U praat nu met A. Bakker van de school."
    event = last_event(session, conversation)
    assert (event.kind, event.data["to"]) == ("doorgegeven", str(bakker.id))


def test_what_nobody_has_cannot_be_given_away(session, conversation, wit, bakker) -> None:
    with pytest.raises(DeskRefused, match="Neem het eerst over"):
        hand_over(session, conversation, wit, bakker, at=LATER)


def test_putting_it_back_makes_it_wait_again(session, conversation, wit, bakker) -> None:
    take_over(session, conversation, wit, at=LATER)
    put_back(session, conversation, bakker, at=LATER)
    assert (conversation.state, conversation.waiting_since) == (WAITING, LATER)
    assert "J. de Wit kan nu niet verder" in told(session, conversation)[-1]


def test_closing_says_how_to_go_on(session, conversation, wit) -> None:
    take_over(session, conversation, wit, at=LATER)
    close(session, conversation, wit, at=LATER)
    close(session, conversation, wit, at=LATER)
    assert (conversation.state, conversation.closed_at) == (CLOSED, LATER)
    assert sum("afgesloten" in text for text in told(session, conversation)) == 1
    with pytest.raises(DeskRefused, match="intussen veranderd"):
        take_over(session, conversation, wit, at=LATER)


def test_a_visitor_who_types_opens_a_closed_conversation(session, conversation, wit) -> None:
    close(session, conversation, wit, at=LATER)
    assert reopen(session, conversation, at=LATER)
    assert not reopen(session, conversation, at=LATER)
    assert (conversation.state, conversation.closed_at) == (BOT, None)
    assert told(session, conversation)[-1] == "U praat weer met de chatbot."
    assert last_event(session, conversation).actor == "bezoeker"


def test_a_visitor_can_stop_waiting(session, conversation) -> None:
    assert stop_waiting(session, conversation, at=LATER)
    assert not stop_waiting(session, conversation, at=LATER)
    assert conversation.state == BOT


def test_an_answer_names_who_wrote_it_and_is_stored_once(session, conversation, wit) -> None:
    take_over(session, conversation, wit, at=LATER)
    first = answer(session, conversation, wit, " Dat mag. ", at=LATER, client_key="k1")
    again = answer(session, conversation, wit, "Dat mag.", at=LATER, client_key="k1")
    assert first is again
    assert (first.author, first.account_id, first.text) == ("medewerker", wit.id, "Dat mag.")
    assert not first.pending


def test_only_who_has_it_answers(session, conversation, wit, bakker) -> None:
    with pytest.raises(DeskRefused, match="Neem dit gesprek eerst over"):
        answer(session, conversation, wit, "Dat mag.", at=LATER)
    take_over(session, conversation, wit, at=LATER)
    with pytest.raises(DeskRefused, match="Neem dit gesprek eerst over"):
        answer(session, conversation, bakker, "Dat mag.", at=LATER)


@pytest.mark.parametrize(("text", "why"), [(" \n", "Schrijf eerst iets"), ("x" * 5001, "langer")])
def test_an_answer_that_cannot_be_sent_says_why(session, conversation, wit, text, why) -> None:
    take_over(session, conversation, wit, at=LATER)
    with pytest.raises(DeskRefused, match=why):
        answer(session, conversation, wit, text, at=LATER)


def test_a_note_is_for_colleagues_and_its_text_stays_out_of_the_events(
    session, conversation, wit
) -> None:
    add_note(session, conversation, wit, "Belde ook al op maandag.", at=LATER)
    assert told(session, conversation) == []
    event = last_event(session, conversation)
    assert (event.kind, event.data) == ("notitie", {})
