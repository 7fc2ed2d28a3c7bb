"""The lists of the office: danger first, then who waits longest."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import true

from bot.conversations.desk import hand_back, take_over
from bot.conversations.waiting import longest_wait, recent, waiting, with_person
from tests.support.conversations import LATER, add_staff, begin, begin_waiting
from tests.support.office import make_school
from tests.support.requests import NOW


def test_danger_comes_first_and_then_who_waits_longest(session) -> None:
    school = make_school(session)
    second = begin_waiting(session, school, at=NOW)
    third = begin_waiting(session, school, at=LATER)
    first = begin_waiting(session, school, reason="nood", at=LATER)
    begin(session, school)
    assert list(waiting(session, true())) == [first, second, third]


def test_a_conversation_stands_on_one_list(session) -> None:
    school = make_school(session)
    wit = add_staff(session, "J. de Wit", school)
    conversation = begin_waiting(session, school)
    take_over(session, conversation, wit, at=LATER)
    assert list(waiting(session, true())) == []
    assert list(with_person(session, true())) == [conversation]
    hand_back(session, conversation, wit, topic=None, at=LATER)
    assert list(with_person(session, true())) == []
    assert list(recent(session, true())) == [conversation]


def test_what_never_needed_a_person_is_on_no_list(session) -> None:
    begin(session, make_school(session))
    assert list(recent(session, true())) == []


def test_how_long_others_wait_counts_this_school_only(session) -> None:
    school = make_school(session)
    own = begin_waiting(session, school, at=NOW - timedelta(hours=1))
    assert longest_wait(session, school.id, LATER, besides=own.id) == timedelta()
    begin_waiting(session, school, at=NOW)
    begin_waiting(session, make_school(session, slug="ster"), at=NOW - timedelta(hours=2))
    assert longest_wait(session, school.id, LATER, besides=own.id) == LATER - NOW
