"""Typing errors are read as what was meant; words that the examples use stay as they are."""

from __future__ import annotations

import pytest

from bot.engine.spelling import Spelling

EXAMPLES = ["mag ik de klassenfoto en het dossier zien", "camera in de kleedkamer"] * 3


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling().fit([*EXAMPLES, "een zeldzaam woord"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dosier", "dossier"),
        ("dossiet", "dossier"),
        ("klasenfotto", "klassenfoto"),
        ("kledkamer", "kleedkamer"),
        ("mag ik het dossierr zien", "mag ik het dossier zien"),
    ],
)
def test_an_error_is_corrected(spelling, typed, meant):
    assert spelling.correct(typed) == meant


@pytest.mark.parametrize("typed", ["dossier", "wiskunde", "xyz", "mug", "12 maart 2014", ""])
def test_known_far_and_short_words_stay(spelling, typed):
    assert spelling.correct(typed) == typed


def test_a_word_that_one_example_holds_is_no_model_for_others(spelling):
    assert spelling.correct("zeldzaaam") == "zeldzaaam"
