"""Numbers from a form: what is no number of ours is nothing, and never a fault."""

from __future__ import annotations

import pytest

from bot.parsing.clean import storable
from bot.parsing.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("12", 12), (" 7 ", 7), ("0", 0), ("٣", 3)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "twee", "1e3", "9" * 10, "9" * 5000])
def test_anything_else_is_nothing(text: str) -> None:
    assert whole_number(text) is None


@pytest.mark.parametrize(
    ("typed", "kept"), [("Ge\0beld", "Gebeld"), ("a\ud800b", "ab"), ("Zoë  🚲\n", "Zoë  🚲\n")]
)
def test_only_what_cannot_be_stored_is_left_out(typed: str, kept: str) -> None:
    assert storable(typed) == kept
