"""The made-up conversations: each list of the office has something, and no machine has work left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from sqlalchemy import Engine, func, select, true
from sqlalchemy.orm import Session

from bot.conversations.answers_by_mail import left_with_answers, mail_answers
from bot.conversations.handoff import DANGER
from bot.conversations.missed import CHOSEN, OPEN, PUT_ASIDE, as_training_data, missed_questions
from bot.conversations.models import (
    Conversation,
    ConversationEvent,
    ConversationNote,
    Message,
    MissedQuestion,
    StandardAnswer,
)
from bot.conversations.promise import promise
from bot.conversations.states import CLOSED, STATES
from bot.conversations.waiting import longest_wait, recent, waiting, with_person
from bot.db.session import session_scope
from bot.demo.conversations import converse
from bot.demo.people import make_people
from bot.demo.schools import make_schools
from bot.demo.talking import PLAY
from bot.demo.talks import TALKS
from bot.knowledge.catalog import catalog
from bot.outbox.models import OutboxMessage
from bot.people.demo_accounts import DEMO_LOGINS
from bot.people.models import Account, email_hash
from bot.people.roles import STAFF
from bot.schools.models import School
from bot.settings import Settings
from bot.web.demo_site.routes import SCHOOL

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SETTINGS = Settings(database_url="sqlite://", demo=True)


def make(session: Session, now: datetime = NOW) -> dict[str, School]:
    schools = make_schools(session, now, now.date())
    converse(session, schools, make_people(session, schools, now), SETTINGS, now)
    return schools


@pytest.fixture
def talked(engine: Engine) -> Iterator[Session]:
    with session_scope(engine) as session:
        make(session)
        yield session


def test_every_list_of_the_office_has_something(talked: Session) -> None:
    waits = waiting(talked, true())
    assert [one.reason for one in waits] == [DANGER, "twee_missers", "gevraagd"]
    has = sorted(
        talked.get_one(Account, one.assignee_id).name for one in with_person(talked, true())
    )
    assert has == ["Lotte Vermeulen", "Samuel Mensah", "Wietske Dijkstra"]
    assert CLOSED in {one.state for one in recent(talked, true())}
    assert set(talked.scalars(select(Conversation.state))) == set(STATES)


def test_who_logs_in_as_staff_has_a_new_message(talked: Session) -> None:
    login = next(one.email for one in DEMO_LOGINS if one.role == STAFF)
    me = select(Account.id).where(Account.email_hash == email_hash(login)).scalar_subquery()
    mine = talked.scalars(select(Conversation).where(Conversation.assignee_id == me)).one()
    assert mine.staff_read < mine.last_sequence


def test_nobody_waits_at_the_school_whose_site_a_visitor_opens(talked: Session) -> None:
    """Otherwise that site would only ever say that it is busy."""
    school = talked.scalars(select(School).where(School.slug == SCHOOL["slug"])).one()
    wait = longest_wait(talked, school.id, NOW)
    assert promise(school, NOW, longest_wait=wait).available


def test_the_site_names_the_school_as_the_office_has_it(talked: Session) -> None:
    school = talked.scalars(select(School).where(School.slug == SCHOOL["slug"])).one()
    assert {
        "slug": school.slug,
        "name": school.name,
        "street": school.street,
        "city": f"{school.postcode} {school.city}",
        "phone": school.phone,
        "email": school.email,
    } == SCHOOL


def test_missed_questions_wait_are_chosen_and_are_put_aside(talked: Session) -> None:
    states = Counter(talked.scalars(select(MissedQuestion.state)))
    assert states[OPEN] >= 5 and states[CHOSEN] == 2 and states[PUT_ASIDE] == 1
    assert set(talked.scalars(select(MissedQuestion.why))) == {"niet_begrepen", "niet_geholpen"}
    learnt = as_training_data(missed_questions(talked, true(), CHOSEN))
    assert "rechten/verwijderen" in learnt and "Daan" not in learnt and "3 maart" not in learnt


def test_there_are_texts_for_all_schools_and_for_one(talked: Session) -> None:
    owners = talked.scalars(select(StandardAnswer.school_id)).all()
    assert None in owners and any(owners)


def test_notes_and_a_mail_to_who_left_are_among_what_happened(talked: Session) -> None:
    assert talked.scalar(select(func.count()).select_from(ConversationNote)) == 2
    kinds = set(talked.scalars(select(ConversationEvent.kind)))
    assert kinds >= {"overgang", "notitie", "gemaild"}


def test_neither_engine_nor_worker_finds_anything_left_to_do(talked: Session) -> None:
    assert talked.scalars(select(Message.sequence).where(Message.pending)).all() == []
    assert talked.scalars(select(Conversation.claimed_by)).all() == [None] * len(TALKS)
    sent = select(func.count()).select_from(OutboxMessage)
    before = talked.scalar(sent)
    for found in left_with_answers(talked, NOW):
        mail_answers(talked, talked.get_one(Conversation, found), NOW)
    assert talked.scalar(sent) == before


def test_every_question_exists_and_every_kind_of_step_is_used() -> None:
    about = {
        name for talk in TALKS for step in talk.steps for name in step.about if "@" not in name
    }
    assert {name for name in about if catalog().get(name) is None} == set()
    assert {step.what for talk in TALKS for step in talk.steps} == set(PLAY)


@pytest.mark.parametrize(
    "now",
    [NOW, datetime(2027, 1, 1, 0, 30, tzinfo=UTC), datetime(2027, 5, 8, 20, 0, tzinfo=UTC)],
    ids=["a working day", "new year's night", "a Saturday"],
)
def test_all_was_said_in_order_and_none_is_still_to_come(engine: Engine, now: datetime) -> None:
    with session_scope(engine) as session:
        make(session, now)
        rows = session.execute(
            select(Message.conversation_id, Message.at).order_by(
                Message.conversation_id, Message.sequence
            )
        ).all()
        assert max(row.at for row in rows) <= now
        pairs = ((a, b) for a, b in pairwise(rows) if a.conversation_id == b.conversation_id)
        assert [b for a, b in pairs if b.at < a.at] == []
