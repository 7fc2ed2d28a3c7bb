"""The holidays are those of Algemene termijnenwet artikel 3, year by year."""

from __future__ import annotations

from datetime import date

import pytest

from bot import calendar_nl
from bot.calendar_nl import public_holidays, why_not_working

# Goede Vrijdag, tweede paasdag, Koningsdag, Hemelvaartsdag, tweede pinksterdag: month and day.
_MOVING = {
    2025: "04-18 04-21 04-26 05-29 06-09",
    2026: "04-03 04-06 04-27 05-14 05-25",
    2027: "03-26 03-29 04-27 05-06 05-17",
    2028: "04-14 04-17 04-27 05-25 06-05",
    2029: "03-30 04-02 04-27 05-10 05-21",
    2030: "04-19 04-22 04-27 05-30 06-10",
    2031: "04-11 04-14 04-26 05-22 06-02",
    2032: "03-26 03-29 04-27 05-06 05-17",
    2033: "04-15 04-18 04-27 05-26 06-06",
    2034: "04-07 04-10 04-27 05-18 05-29",
    2035: "03-23 03-26 04-27 05-03 05-14",
}


@pytest.mark.parametrize("year", _MOVING)
def test_the_holidays_of_a_year(year: int) -> None:
    fixed = "01-01 05-05 12-25 12-26"
    days = {date.fromisoformat(f"{year}-{day}") for day in f"{_MOVING[year]} {fixed}".split()}
    assert set(public_holidays(year)) == days


def test_kings_day_moves_to_saturday_when_the_27th_is_a_sunday() -> None:
    assert public_holidays(2031)[date(2031, 4, 26)] == "Koningsdag"
    assert date(2031, 4, 27) not in public_holidays(2031)


def test_the_fifth_of_may_counts_every_year_and_not_only_in_lustrum_years() -> None:
    assert why_not_working(date(2027, 5, 5)) == "Bevrijdingsdag"


def test_ascension_day_on_the_fifth_of_may_is_one_day() -> None:
    assert len(public_holidays(2016)) == 8
    assert why_not_working(date(2016, 5, 5)) == "Hemelvaartsdag"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 21), "een zaterdag"),
        (date(2026, 11, 22), "een zondag"),
        (date(2026, 11, 23), None),
        (date(2026, 12, 24), None),
        (date(2026, 12, 26), "tweede kerstdag"),
    ],
)
def test_why_nobody_works(day: date, why: str | None) -> None:
    assert why_not_working(day) == why


def test_a_holiday_that_the_package_loses_is_not_passed_over_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(calendar_nl._LISTED, "Nieuwe feestdag", "nieuw")
    public_holidays.cache_clear()
    with pytest.raises(RuntimeError, match="Nieuwe feestdag"):
        public_holidays(2027)
    public_holidays.cache_clear()
