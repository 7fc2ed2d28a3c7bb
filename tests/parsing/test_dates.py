"""Dates as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dutch import MONTHS, date_nl, long_date_nl
from bot.parsing.dates import parse_date
from bot.parsing.months import month_numbers
from bot.parsing.outcome import Parsed, Problem

TODAY = date(2026, 11, 23)
DAYS = st.dates(min_value=date(1927, 1, 1), max_value=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "12 maart 2014",
        "12-3-14",
        "12-03-2014",
        "12/03/2014",
        "12.3.14",
        "12 3 2014",
        "12 - 3 - 2014",
        "12 – 3 – 2014",
        "2014-03-12",
        "2014/3/12",
        "12032014",
        "20140312",
        "12 mrt 2014",
        "12 mrt. 2014",
        "12-mrt-2014",
        "12maart2014",
        "12 maart '14",
        "12 maart ’14",
        "12 Maart, 2014",
        "12e van maart 2014",
        "de 12de maart 2014",
        "woensdag 12 maart 2014",
        "woensdag de 12e maart 2014",
        "12 maatr 2014",
        "12 marrt 2014",
        "12 mart 14",
        "hij is geboren op 12 maart 2014",
        "geb. 12-3-14.",
        "ze is 12 en geboren op 12/3/14!",
        "12-3-2014 (12 maart 2014)",
        "om 12.30 12-3-2014",
        "12-03-2014, bel 06-12345678",
        "  12\u00a0maart\u00a02014  ",
    ],
)
def test_all_these_mean_12_march_2014(text: str) -> None:
    assert parse_date(text, TODAY) == Parsed(date(2014, 3, 12))


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "datum_onleesbaar", "bijvoorbeeld 12 maart 2014"),
        ("geen idee", "datum_onleesbaar", "geen datum"),
        ("groep 7", "datum_onleesbaar", "geen datum"),
        ("maart 2014", "datum_onleesbaar", "Schrijf dag, maand en jaar"),
        ("123456782", "datum_onleesbaar", "geen datum"),
        ("6 jaar", "datum_onleesbaar", "geen datum"),
        ("12 maart", "jaar_ontbreekt", "Ik mis het jaar"),
        ("12-3", "jaar_ontbreekt", "Ik mis het jaar"),
        ("12 maart 214", "jaar_ontbreekt", "niet compleet"),
        ("12 maart 0214", "jaar_onmogelijk", "214 kan niet kloppen"),
        ("31 februari 2014", "dag_onmogelijk", "Februari 2014 heeft 28 dagen"),
        ("29-2-2014", "dag_onmogelijk", "Februari 2014 heeft 28 dagen"),
        ("0-1-2014", "dag_onmogelijk", "dag 0 bestaat niet"),
        ("32-1-2014", "dag_onmogelijk", "Januari 2014 heeft 31 dagen"),
        ("13/13/2014", "maand_onmogelijk", "Maand 13 bestaat niet"),
        ("03/25/2014", "dag_en_maand_omgedraaid", "Bedoelt u 25 maart 2014?"),
        ("12 juin 2014", "maand_onduidelijk", "juni of juli"),
        ("dinsdag 12 maart 2014", "weekdag_klopt_niet", "is een woensdag, geen dinsdag"),
        ("12-3-14 of 13-4-15", "meer_datums", "12 maart 2014 of 13 april 2015"),
    ],
)
def test_what_is_no_date_is_explained(text: str, code: str, words: str) -> None:
    outcome = parse_date(text, TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.code == code
    assert words in outcome.message_nl


def test_a_date_the_american_way_is_suggested_the_dutch_way() -> None:
    outcome = parse_date("03/25/2014", TODAY)
    assert isinstance(outcome, Problem) and outcome.suggestion == "2014-03-25"


def test_a_leap_day_exists_in_a_leap_year() -> None:
    assert parse_date("29-2-2016", TODAY) == Parsed(date(2016, 2, 29))


@pytest.mark.parametrize(("year", "full"), [("98", 1998), ("26", 2026), ("27", 1927), ("00", 2000)])
def test_two_digits_of_a_year_mean_the_last_hundred_years(year: str, full: int) -> None:
    assert parse_date(f"1-2-{year}", TODAY) == Parsed(date(full, 2, 1))


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("febuari", 2),
        ("januarie", 1),
        ("agustus", 8),
        ("augustes", 8),
        ("sept", 9),
        ("septenber", 9),
        ("oct", 10),
        ("october", 10),
        ("desember", 12),
        ("apil", 4),
        ("mei", 5),
        ("juny", 6),
    ],
)
def test_misspelt_months_are_understood(word: str, month: int) -> None:
    assert month_numbers(word) == (month,)


@pytest.mark.parametrize("word", ["groep", "jaar", "klas", "uur", "school", "van", "maandag"])
def test_other_words_are_no_months(word: str) -> None:
    assert month_numbers(word) == ()


def test_every_month_is_its_own() -> None:
    assert [month_numbers(name) for name in MONTHS] == [(n,) for n in range(1, 13)]


@settings(deadline=None)
@given(DAYS)
def test_every_day_in_every_form_comes_back(day: date) -> None:
    forms = (
        date_nl(day),
        long_date_nl(day),
        day.isoformat(),
        f"{day.day}-{day.month}-{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%y}",
        f"het was op {date_nl(day)}, dacht ik",
    )
    assert {parse_date(form, TODAY) for form in forms} == {Parsed(day)}


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_the_parser(text: str) -> None:
    outcome = parse_date(text, TODAY)
    assert isinstance(outcome, Problem) or abs(outcome.value - TODAY) < timedelta(days=80_000)
