"""A visitor sees an initial and a surname."""

from __future__ import annotations

import pytest

from bot.people.short_name import short_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Jan de Wit", "J. de Wit"),
        ("J. de Wit", "J. de Wit"),
        (" Fatima Bakker ", "F. Bakker"),
        ("Administratie", "Administratie"),
    ],
)
def test_the_first_name_becomes_an_initial(name: str, shown: str) -> None:
    assert short_name(name) == shown
