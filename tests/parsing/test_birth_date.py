"""Dates of birth: a pupil's, or a former pupil's."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.birth_date import parse_birth_date
from bot.parsing.outcome import Parsed, Problem

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("12 maart 2030", "toekomst", "in de toekomst"),
        ("24-11-2026", "toekomst", "in de toekomst"),
        ("23-11-1995", "te_oud", "is nu 31 jaar"),
        ("12 maart 1985", "te_oud", "is nu 41 jaar"),
        ("24-11-2024", "te_jong", "nog geen 2 jaar"),
        ("31 februari 2014", "dag_onmogelijk", "28 dagen"),
    ],
)
def test_an_impossible_date_of_birth_is_refused_with_the_reason(
    text: str, code: str, words: str
) -> None:
    outcome = parse_birth_date(text, TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.code == code
    assert words in outcome.message_nl


@pytest.mark.parametrize("day", [date(2024, 11, 23), date(1995, 11, 24), date(2014, 3, 12)])
def test_from_2_to_30_years_is_accepted(day: date) -> None:
    assert parse_birth_date(day.isoformat(), TODAY) == Parsed(day)
