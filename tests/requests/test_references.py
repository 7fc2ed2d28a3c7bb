"""References: no look-alikes, no slip of the pen unnoticed, found in a sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.parsing.outcome import Parsed, Problem
from bot.requests.references import (
    ALPHABET,
    find_reference,
    looks_like_reference,
    new_reference,
    normalise,
    with_check,
)

EXAMPLE = "DW-K7MH3-9XQ47"
SAMPLES = (EXAMPLE, *(with_check(body) for body in ("333333333", "YYYYYYYYY", "3Y4X6W7T9")))


def test_the_alphabet_is_a_prime_number_of_characters_without_look_alikes() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 23
    assert not set("0O1IL2Z5S8BUV") & set(ALPHABET)


def test_a_new_reference_has_the_written_form_and_is_right() -> None:
    reference = new_reference()
    assert re.fullmatch(rf"DW-[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", reference)
    assert normalise(reference) == Parsed(reference)


def test_a_thousand_new_references_are_all_different() -> None:
    assert len({new_reference() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("reference", SAMPLES)
def test_every_single_wrong_character_is_noticed(reference: str) -> None:
    code = reference.removeprefix("DW-").replace("-", "")
    for place, right in enumerate(code):
        for wrong in set(ALPHABET) - {right}:
            slip = normalise(code[:place] + wrong + code[place + 1 :])
            assert isinstance(slip, Problem) and slip.code == "kenmerk_controle"


@pytest.mark.parametrize("reference", SAMPLES)
def test_every_swap_of_two_different_characters_is_noticed(reference: str) -> None:
    code = list(reference.removeprefix("DW-").replace("-", ""))
    for first in range(10):
        for second in range(first + 1, 10):
            swapped = code.copy()
            swapped[first], swapped[second] = code[second], code[first]
            if swapped != code:
                assert isinstance(normalise("".join(swapped)), Problem)


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET, min_size=9, max_size=9))
def test_every_body_gets_a_check_character_that_fits(body: str) -> None:
    reference = with_check(body)
    assert normalise(reference) == Parsed(reference)


@pytest.mark.parametrize(
    "typed",
    [
        "DW-K7MH3-9XQ47",
        "dw-k7mh3-9xq47",
        "DWK7MH39XQ47",
        "k7mh39xq47",
        " dw k7mh3 9xq47 ",
        "K7MH3-9XQ47",
        "DW–K7MH3–9XQ47",
        "d w - k7 mh3 9xq 47",
    ],
)
def test_however_it_is_typed_it_is_the_same_reference(typed: str) -> None:
    assert normalise(typed) == Parsed(EXAMPLE)


@pytest.mark.parametrize("code", ["DWK7MH39XQ", "DW3333333"])
def test_a_code_that_begins_with_dw_keeps_these_letters(code: str) -> None:
    reference = with_check(code[:9].ljust(9, "3"))
    assert normalise(reference.removeprefix("DW-")) == Parsed(reference)


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("DW-K7MH3-9XQ4T", "kenmerk_controle", "Er lijkt een letter of cijfer verkeerd"),
        ("DW-K7MH3-9XQ4", "kenmerk_lengte", "te kort of te lang"),
        ("DW-K7MH3-9XQ477", "kenmerk_lengte", "te kort of te lang"),
        ("DW-K7MH3-9XQ40", "kenmerk_teken", "een teken dat wij niet gebruiken"),
        ("", "kenmerk_lengte", "DW-K7MH3-9XQ47"),
    ],
)
def test_a_wrong_reference_says_what_is_wrong(typed: str, code: str, words: str) -> None:
    outcome = normalise(typed)
    assert isinstance(outcome, Problem)
    assert outcome.code == code
    assert words in outcome.message_nl


@pytest.mark.parametrize(
    "sentence",
    [
        "Hoe staat het met DW-K7MH3-9XQ47?",
        "mijn kenmerk is dw k7mh3 9xq47 van mijn dochter",
        "kenmerk k7mh39xq47, mail a@b.nl",
        "dwk7mh39xq47",
    ],
)
def test_a_reference_is_found_inside_a_sentence(sentence: str) -> None:
    assert find_reference(sentence) == Parsed(EXAMPLE)


@pytest.mark.parametrize(
    "sentence", ["kenmerk DW-K7MH3-9XQ4T", "DW-K7MH-9XQ47 is het", "k7mh3-9xq4t", "DW-K7MH3-9XQ40"]
)
def test_a_reference_with_a_slip_is_recognised_as_one(sentence: str) -> None:
    assert isinstance(find_reference(sentence), Problem)
    assert looks_like_reference(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "hoe staat het met mijn verzoek",
        "0612345678",
        "ik heet Dwight",
        "gemachtigd",
        "dw",
        "12-3-14",
    ],
)
def test_other_texts_hold_no_reference(sentence: str) -> None:
    assert find_reference(sentence) is None
    assert not looks_like_reference(sentence)
