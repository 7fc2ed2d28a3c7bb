"""Danger: a mail at once to the school and its staff, without what was typed and without names."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.conversations.escalations import escalate
from bot.outbox.models import OutboxMessage
from bot.people.roles import ADMINISTRATION, MANAGER
from tests.support.conversations import LATER, QUESTION, add_staff, begin
from tests.support.office import make_school


@pytest.fixture
def school(session):
    school = make_school(session)
    add_staff(session, "J. de Wit", school)
    add_staff(session, "B. Bestuur", None)
    add_staff(session, "C. Elders", make_school(session, slug="ster", name="De Ster"))
    add_staff(session, "D. Beheer", school, MANAGER)
    add_staff(session, "E. Administratie", school, ADMINISTRATION)
    return school


def call(session, conversation, reason: str = "nood", key: str = "1") -> None:
    escalate(
        session,
        filing_key=f"{conversation.sender}:{key}",
        sender=conversation.sender,
        reason=reason,
        question="mijn man slaat Sanne",
        transcript=[],
        contact_email=None,
        now=LATER,
    )


def mails(session) -> dict[str, str]:
    payloads = session.scalars(select(OutboxMessage.payload))
    return {payload["to"]: payload["subject"] + payload["text"] for payload in payloads}


def test_the_school_and_who_answers_there_are_told_at_once(session, school) -> None:
    call(session, begin(session, school))
    wanted = {"info@regenboog.example", "wit@school.example", "bestuur@school.example"}
    assert set(mails(session)) == wanted
    assert {one.not_before for one in session.scalars(select(OutboxMessage))} == {LATER}


def test_each_has_a_lane_of_its_own(session, school) -> None:
    call(session, begin(session, school))
    lanes = session.scalars(select(OutboxMessage.lane)).all()
    assert len(set(lanes)) == len(lanes) == 3


def test_the_mail_names_nobody_and_leads_to_the_conversation(session, school) -> None:
    conversation = begin(session, school)
    call(session, conversation)
    for text in mails(session).values():
        assert f"/kantoor/gesprek/{conversation.id}" in text
        for secret in ("Sanne", "slaat", QUESTION, "Wit"):
            assert secret not in text


def test_the_same_danger_is_told_once(session, school) -> None:
    conversation = begin(session, school)
    call(session, conversation)
    call(session, conversation, key="2")
    assert len(session.scalars(select(OutboxMessage)).all()) == 3


def test_who_only_asks_for_a_person_alarms_nobody(session, school) -> None:
    call(session, begin(session, school), reason="gevraagd")
    assert mails(session) == {}


def test_danger_after_a_call_for_a_person_alarms_all_the_same(session, school) -> None:
    conversation = begin(session, school)
    call(session, conversation, reason="gevraagd")
    call(session, conversation, key="2")
    assert len(mails(session)) == 3


def test_without_a_school_the_people_of_the_board_are_told(session, school) -> None:
    call(session, begin(session, None))
    assert set(mails(session)) == {"bestuur@school.example"}
