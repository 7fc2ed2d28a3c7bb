"""How long the school still has, in words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.requests.time_left import time_left_nl


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 20), "nog 3 dagen"),
        (date(2026, 12, 22), "morgen"),
        (date(2026, 12, 23), "vandaag"),
        (date(2026, 12, 24), "1 dag te laat"),
        (date(2026, 12, 25), "2 dagen te laat"),
    ],
)
def test_words_for_the_days_that_are_left(today: date, words: str) -> None:
    assert time_left_nl(date(2026, 12, 23), today) == words
