"""Typing errors are small, repeatable, and those of a thumb."""

from __future__ import annotations

import random

import pytest

from bench.typing_errors import ERRORS, doubled, dropped, neighbour, swapped, with_errors

SENTENCE = "Mag ik het dossier van mijn dochter inzien, meester?"


def test_the_same_seed_makes_the_same_errors():
    assert with_errors(SENTENCE, seed=1) == with_errors(SENTENCE, seed=1)
    assert len({with_errors(SENTENCE, seed=seed) for seed in range(20)}) > 10


def test_capitals_and_punctuation_are_gone():
    assert set(with_errors(SENTENCE, seed=1)) <= set("abcdefghijklmnopqrstuvwxyz ")


def test_a_short_message_gets_one_error_and_a_long_one_more():
    plain = "mag dossier"
    words = with_errors(plain, seed=3).split()
    assert sum(a != b for a, b in zip(words, plain.split(), strict=True)) == 1
    long = " ".join(["dossier"] * 20)
    assert sum(word != "dossier" for word in with_errors(long, seed=3).split()) >= 3


def test_words_too_short_for_an_error_stay():
    assert with_errors("wat is er", seed=1) == "wat is er"


@pytest.mark.parametrize(
    ("error", "wrong"), [(swapped, "ftoo"), (dropped, "fto"), (doubled, "footo")]
)
def test_each_error_is_what_it_is_called(error, wrong):
    assert error("foto", 1, random.Random(1)) == wrong


def test_a_wrong_key_lies_beside_the_right_one():
    assert neighbour("foto", 1, random.Random(1)) in {"fito", "fpto"}


def test_every_error_keeps_the_first_letter():
    for seed in range(50):
        for error in ERRORS:
            assert error("dossier", 1 + seed % 5, random.Random(seed))[0] == "d"
