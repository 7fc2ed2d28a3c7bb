"""The last day for an answer, against the law's own examples and against its rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar_nl import why_not_working
from bot.requests.deadline_text import deadline_from_json, explain, steps_to_json
from bot.requests.deadlines import answer_by, received_on
from bot.requests.terms import ONE_MONTH, Term

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FOUR_WEEKS = Term(4, "week", "klachtenregeling van de school")
THREE_MONTHS = Term(3, "maand", "AVG artikel 12 lid 3")
DAYS = st.dates(min_value=date(2018, 5, 25), max_value=date(2080, 12, 31))
TERMS = st.sampled_from((ONE_MONTH, THREE_MONTHS, FOUR_WEEKS, Term(1, "week", "-")))


@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        ("2027-01-30", "2027-03-01"),
        ("2027-01-31", "2027-03-01"),
        ("2027-03-27", "2027-04-28"),
        ("2027-08-31", "2027-09-30"),
        ("2026-11-23", "2026-12-23"),
        ("2026-11-25", "2026-12-28"),
        ("2026-12-01", "2027-01-04"),
        ("2026-12-31", "2027-02-01"),
        ("2028-01-29", "2028-02-29"),
        ("2028-01-31", "2028-02-29"),
        ("2028-02-29", "2028-03-29"),
        ("2027-04-05", "2027-05-07"),
        ("2027-02-26", "2027-03-30"),
    ],
)
def test_one_month_ends_on(received: str, last_day: str) -> None:
    deadline = answer_by(date.fromisoformat(received), ONE_MONTH)
    assert deadline.last_day == date.fromisoformat(last_day)


def test_a_month_from_30_january_2027_ends_on_1_march_and_says_why() -> None:
    deadline = answer_by(date(2027, 1, 30), ONE_MONTH)
    assert [step.rule for step in deadline.steps] == [
        "ontvangst",
        "maanden",
        "laatste_dag_van_de_maand",
        "weekend",
    ]
    assert explain(deadline) == (
        "Ontvangen op 30 januari 2027; de school heeft één maand om te antwoorden (AVG "
        "artikel 12 lid 3). Februari 2027 heeft geen 30e dag en 28 februari 2027 is een zondag, "
        "dus de laatste dag is maandag 1 maart 2027."
    )


def test_kings_day_moves_the_last_day_and_is_named() -> None:
    assert "27 april 2027 is Koningsdag, dus de laatste dag is woensdag 28 april 2027." in explain(
        answer_by(date(2027, 3, 27), ONE_MONTH)
    )


def test_a_last_day_that_nothing_moves_is_told_plainly() -> None:
    text = explain(answer_by(date(2026, 11, 23), ONE_MONTH))
    assert text.endswith(" De laatste dag is woensdag 23 december 2026.")


def test_christmas_and_a_weekend_are_all_stepped_over() -> None:
    deadline = answer_by(date(2027, 11, 25), ONE_MONTH)
    assert [step.why_nl for step in deadline.steps[2:]] == [
        "25 december 2027 is eerste kerstdag",
        "26 december 2027 is tweede kerstdag",
    ]
    assert deadline.last_day == date(2027, 12, 27)


def test_a_complaint_counts_weeks_by_the_schools_own_rule() -> None:
    deadline = answer_by(date(2026, 11, 23), FOUR_WEEKS)
    assert deadline.last_day == date(2026, 12, 21)
    assert "4 weken om te antwoorden (klachtenregeling van de school)" in explain(deadline)


def test_a_complaint_received_on_a_sunday_also_ends_on_a_working_day() -> None:
    assert answer_by(date(2026, 11, 22), FOUR_WEEKS).last_day == date(2026, 12, 21)


@settings(deadline=None)
@given(DAYS, TERMS)
def test_the_last_day_is_a_working_day(received: date, term: Term) -> None:
    assert why_not_working(answer_by(received, term).last_day) is None


@settings(deadline=None)
@given(DAYS, TERMS)
def test_nobody_worked_between_the_end_of_the_term_and_the_last_day(
    received: date, term: Term
) -> None:
    deadline = answer_by(received, term)
    end = deadline.steps[1].day
    between = [end + timedelta(days=n) for n in range((deadline.last_day - end).days)]
    assert deadline.last_day >= end
    assert all(why_not_working(day) for day in between)


@settings(deadline=None)
@given(DAYS, st.integers(1, 3))
def test_the_term_is_the_same_date_or_the_end_of_a_shorter_month(
    received: date, months: int
) -> None:
    end = answer_by(received, Term(months, "maand", "-")).steps[1].day
    assert (end.year * 12 + end.month) - (received.year * 12 + received.month) == months
    next_day_is_another_month = (end + timedelta(days=1)).month != end.month
    assert end.day == received.day or (end.day < received.day and next_day_is_another_month)


@settings(deadline=None)
@given(DAYS, st.integers(0, 40), TERMS)
def test_who_files_later_is_never_answered_earlier(received: date, later: int, term: Term) -> None:
    first = answer_by(received, term).last_day
    assert first <= answer_by(received + timedelta(days=later), term).last_day


@settings(deadline=None)
@given(DAYS, TERMS)
def test_a_stored_deadline_is_the_same_one(received: date, term: Term) -> None:
    deadline = answer_by(received, term)
    assert deadline_from_json(steps_to_json(deadline)) == deadline


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_the_day_of_receipt_is_the_day_in_the_netherlands(moment: datetime, day: date) -> None:
    assert received_on(moment, AMSTERDAM) == day


def test_a_moment_without_a_zone_has_no_day_of_receipt() -> None:
    with pytest.raises(ValueError, match="time zone"):
        received_on(datetime(2026, 12, 31), AMSTERDAM)
