"""What a visitor is promised: a table, and never more than will happen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.conversations.promise import promise
from bot.schools.models import School, SchoolHoliday

ZONE = ZoneInfo("Europe/Amsterdam")
SCHOOL = School(
    name="De Regenboog",
    office_hours=[["08:30", "16:00"]] * 5 + [None, None],
    holidays=[SchoolHoliday(name="kerst", first=date(2026, 12, 21), last=date(2027, 1, 1))],
)
OPEN = "is open tot 16.00 uur. Een medewerker kan u hier in de chat antwoorden."
TOMORROW = "Het gaat morgen om 08.30 uur weer open."


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "available", "words"),
    [
        ("2026-11-23 10:00", True, OPEN),
        ("2026-10-23 08:30", True, OPEN),  # summer time
        ("2026-10-26 08:30", True, OPEN),  # winter time
        ("2026-10-26 07:30", False, "Het gaat vandaag om 08.30 uur weer open."),
        ("2026-11-23 15:44", True, OPEN),
        ("2026-11-23 15:45", False, f"sluit om 16.00 uur. {TOMORROW}"),
        ("2026-11-23 17:00", False, f"is nu dicht. {TOMORROW}"),
        ("2026-11-27 17:00", False, "Het gaat op maandag 30 november 2026 om 08.30 uur weer open."),
        ("2026-11-29 23:59", False, TOMORROW),
        # The holiday ends on a public holiday, and the weekend follows.
        ("2026-12-19 10:00", False, "Het gaat op maandag 4 januari 2027 om 08.30 uur weer open."),
        ("2027-04-26 17:00", False, "Het gaat op woensdag 28 april 2027 om 08.30 uur weer open."),
    ],
)
def test_what_is_promised_follows_the_office_hours(
    moment: str, available: bool, words: str
) -> None:
    made = promise(SCHOOL, at(moment), zone=ZONE)
    assert made.available == available
    assert words in made.text
    assert ("Laat uw vraag achter" in made.text) == (not available)


def test_nothing_is_promised_while_others_wait_in_vain() -> None:
    now = at("2026-11-23 10:00")
    assert promise(SCHOOL, now, longest_wait=timedelta(minutes=10)).available
    busy = promise(SCHOOL, now, longest_wait=timedelta(minutes=11))
    assert not busy.available
    assert "Het kan dus lang duren" in busy.text


@pytest.mark.parametrize("school", [None, School(name="x", office_hours=[], holidays=[])])
def test_where_no_hours_are_known_none_are_named(school: School | None) -> None:
    made = promise(school, at("2026-11-23 10:00"))
    assert not made.available
    assert made.when == "Ik weet niet wanneer er iemand is."


def test_the_words_hold_no_time_that_a_visitor_could_count_on_for_an_answer() -> None:
    for hour in range(24):
        text = promise(SCHOOL, at(f"2026-11-23 {hour:02}:00")).text
        assert "binnen" not in text and "zo snel mogelijk" not in text
