"""The clock of one request: pausing, extending, being late; by example and by its rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar_nl import why_not_working
from bot.requests.deadline_text import explain
from bot.requests.legal_clock import Clock, is_late, why_not_extend, why_not_pause
from bot.requests.pauses import Pause, ended, pauses_from_json, pauses_to_json, started

DAYS = st.dates(min_value=date(2018, 5, 25), max_value=date(2060, 12, 31))
LENGTHS = st.integers(0, 120)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "pause", "extended", "last_day"),
    [
        ("2026-11-23", None, False, "2026-12-23"),
        ("2026-11-23", None, True, "2027-02-23"),
        # Ten days after 23 December is Saturday 2 January.
        ("2026-11-23", ("2026-11-25", "2026-12-05"), False, "2027-01-04"),
        ("2026-11-23", ("2026-11-25", "2026-11-25"), False, "2026-12-23"),
        ("2026-11-23", ("2026-11-25", None), False, "2026-12-23"),
        # 28 February + 3 days = 3 March: the pause is counted before the weekend is.
        ("2027-01-30", ("2027-02-01", "2027-02-04"), False, "2027-03-03"),
        # Three months from 30 November is 28 February, a Sunday.
        ("2026-11-30", None, True, "2027-03-01"),
        ("2026-11-30", ("2026-12-01", "2026-12-03"), True, "2027-03-02"),
    ],
)
def test_the_last_day(received, pause, extended, last_day) -> None:
    pauses = (Pause(day(pause[0]), day(pause[1]) if pause[1] else None),) if pause else ()
    clock = Clock(
        received=day(received), pauses=pauses, extended_on=day(received) if extended else None
    )
    assert clock.deadline.last_day == day(last_day)


def test_a_pause_is_explained_with_its_dates_and_its_article() -> None:
    clock = Clock(received=day("2026-11-23"), pauses=(Pause(day("2026-11-25"), day("2026-12-05")),))
    assert explain(clock.deadline) == (
        "Ontvangen op 23 november 2026; de school heeft één maand om te antwoorden (AVG artikel "
        "12 lid 3). De termijn stond 10 dagen stil (25 november 2026 tot 5 december 2026), omdat "
        "de school moest weten wie u bent (AVG artikel 12 lid 6), 2 januari 2027 is een zaterdag "
        "en 3 januari 2027 is een zondag, dus de laatste dag is maandag 4 januari 2027."
    )


@pytest.mark.parametrize(
    ("clock", "today", "reason"),
    [
        (Clock(received=day("2026-11-23")), "2026-11-30", None),
        (Clock(received=day("2026-11-23")), "2026-12-01", "niet meteen"),
        (Clock(received=day("2026-11-23"), complaint_weeks=4), "2026-11-24", "klachtenregeling"),
        (
            Clock(
                received=day("2026-11-23"),
                pauses=(Pause(day("2026-11-24"), day("2026-11-25")),),
            ),
            "2026-11-26",
            "al een keer",
        ),
    ],
)
def test_the_clock_stops_only_for_a_question_that_comes_at_once(clock, today, reason) -> None:
    refusal = why_not_pause(clock, day(today))
    assert refusal is None if reason is None else reason in (refusal or "")


@pytest.mark.parametrize(
    ("clock", "today", "reason"),
    [
        (Clock(received=day("2026-11-23")), "2026-11-23", None),
        (Clock(received=day("2026-11-23")), "2026-12-23", None),
        (Clock(received=day("2026-11-23")), "2026-12-24", "eerste maand"),
        (Clock(received=day("2026-11-23"), complaint_weeks=4), "2026-11-24", "geen klachten"),
        (Clock(received=day("2026-11-23"), extended_on=day("2026-12-01")), "2026-12-02", "al een"),
        (Clock(received=day("2026-11-23"), pauses=(Pause(day("2026-11-24")),)), "2027-01-10", None),
    ],
)
def test_an_extension_is_possible_once_and_within_the_first_month(clock, today, reason) -> None:
    refusal = why_not_extend(clock, day(today))
    assert refusal is None if reason is None else reason in (refusal or "")


def test_a_clock_that_stands_still_is_never_late() -> None:
    still = Clock(received=day("2026-11-23"), pauses=(Pause(day("2026-11-24")),))
    assert not is_late(still, day("2027-06-01"))
    assert not is_late(Clock(received=day("2026-11-23")), day("2026-12-23"))
    assert is_late(Clock(received=day("2026-11-23")), day("2026-12-24"))


@settings(deadline=None)
@given(DAYS, LENGTHS, st.booleans())
def test_the_last_day_is_a_working_day_and_never_before_the_law_allows(
    received: date, length: int, extended: bool
) -> None:
    asked = received + timedelta(days=2)
    clock = Clock(
        received=received,
        pauses=(Pause(asked, asked + timedelta(days=length)),),
        extended_on=asked if extended else None,
    )
    plain = Clock(received=received, extended_on=clock.extended_on)
    end_of_term = plain.deadline.steps[1].day
    assert why_not_working(clock.deadline.last_day) is None
    assert clock.deadline.last_day >= end_of_term + timedelta(days=length)
    assert clock.deadline.last_day >= plain.deadline.last_day


@settings(deadline=None)
@given(DAYS, st.integers(0, 40), st.booleans())
def test_who_asks_later_is_never_answered_earlier(received, later, extended) -> None:
    first = Clock(received=received, extended_on=received if extended else None)
    second = Clock(
        received=received + timedelta(days=later), extended_on=received if extended else None
    )
    assert first.deadline.last_day <= second.deadline.last_day


@settings(deadline=None)
@given(DAYS, LENGTHS, LENGTHS)
def test_a_longer_pause_never_brings_the_last_day_forward(received, one, other) -> None:
    def last_day(length: int) -> date:
        pause = Pause(received, received + timedelta(days=length))
        return Clock(received=received, pauses=(pause,)).deadline.last_day

    assert last_day(min(one, other)) <= last_day(max(one, other))


@given(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), max_size=4))
def test_pauses_come_back_from_the_database_as_they_were(pairs) -> None:
    pauses = tuple(Pause(*pair) for pair in pairs)
    assert pauses_from_json(pauses_to_json(pauses)) == pauses


def test_ending_a_pause_leaves_earlier_ones_alone() -> None:
    once = (Pause(day("2026-11-24"), day("2026-11-26")),)
    twice = started(once, day("2026-12-01"))
    assert ended(twice, day("2026-12-03"))[0] == once[0]
    assert ended(twice, day("2026-12-03"))[1] == Pause(day("2026-12-01"), day("2026-12-03"))
