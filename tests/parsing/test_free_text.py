"""What people tell in their own words, cleaned and kept free of BSNs."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.parsing.bsn import contains_bsn
from bot.parsing.clean import without_control
from bot.parsing.free_text import parse_group, parse_line, parse_story
from bot.parsing.outcome import Parsed, Problem

TODAY = date(2026, 11, 23)
BSN = "123456782"


def test_line_ends_stay_and_spaces_are_tidied() -> None:
    assert parse_story(" Eerste  regel\r\n\r\n\r\n\r\nTweede\tregel ", TODAY) == Parsed(
        "Eerste regel\n\nTweede regel"
    )


def test_hidden_characters_go() -> None:
    assert parse_story("Ha\x00l\x1b[31m\u202elo\ufeff", TODAY) == Parsed("Hal[31mlo")


@pytest.mark.parametrize("text", ["", "..", "ok", "12 34"])
def test_a_story_has_at_least_three_letters(text: str) -> None:
    outcome = parse_story(text, TODAY)
    assert isinstance(outcome, Problem) and outcome.code == "te_kort"


def test_a_story_has_at_most_4000_characters() -> None:
    assert isinstance(parse_story("a" * 4000, TODAY), Parsed)
    outcome = parse_story("a" * 4001, TODAY)
    assert isinstance(outcome, Problem)
    assert "4001 tekens. Er passen er 4000." in outcome.message_nl


def test_a_line_is_one_line() -> None:
    assert parse_line("De\nRegenboog", TODAY) == Parsed("De Regenboog")


@pytest.mark.parametrize("text", ["8", "3B", "groep 5/6", "havo 4"])
def test_a_group_may_be_a_single_digit(text: str) -> None:
    assert parse_group(text, TODAY) == Parsed(text)


def test_a_group_is_not_nothing() -> None:
    assert isinstance(parse_group("?", TODAY), Problem)


@pytest.mark.parametrize("parse", [parse_story, parse_line, parse_group])
def test_a_text_with_a_bsn_is_refused_with_the_reason(parse) -> None:
    outcome = parse(f"haar nummer is {BSN}", TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.code == "bsn"
    assert "zonder dat nummer" in outcome.message_nl
    assert BSN not in outcome.message_nl


@pytest.mark.parametrize("text", [BSN, "123 456 782", "123.456.782", "1234-56-782", f"bsn:{BSN}."])
def test_a_bsn_is_seen_however_it_is_grouped(text: str) -> None:
    assert contains_bsn(text)


@pytest.mark.parametrize(
    "text",
    ["123456789", "000000000", "1234567820", "0612345678", "+31 612345672", "12-03-2014 12", "8"],
)
def test_other_numbers_are_no_bsn(text: str) -> None:
    assert not contains_bsn(text)


@settings(deadline=None)
@given(st.integers(10_000_000, 999_999_999))
def test_the_eleven_test(number: int) -> None:
    digits = [int(char) for char in f"{number:09d}"]
    total = sum((9 - place) * digit for place, digit in enumerate(digits[:8])) - digits[8]
    assert contains_bsn(f"{number:09d}") == (total % 11 == 0)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once_and_leaves_no_control_character(text: str) -> None:
    cleaned = without_control(text)
    assert without_control(cleaned) == cleaned
    assert not [c for c in cleaned if c != "\n" and unicodedata.category(c) == "Cc"]


@pytest.mark.parametrize("text", ["ja", "Nee.", "mag ik stoppen?"])
def test_yes_no_and_a_question_are_no_name_of_a_place(text: str) -> None:
    assert isinstance(parse_line(text, TODAY), Problem)
