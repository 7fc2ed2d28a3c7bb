"""When something was filmed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.moments import parse_moment
from bot.parsing.outcome import Parsed, Problem

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("20 november 2026 rond 14.30", "20 november 2026 rond 14.30"),
        ("gisteren rond half drie", "gisteren rond half drie (22 november 2026)"),
        ("eergisteren", "eergisteren (21 november 2026)"),
        ("vanmorgen om 9 uur", "vanmorgen om 9 uur (23 november 2026)"),
        ("afgelopen maandag", "afgelopen maandag (16 november 2026)"),
        ("vrijdag in de pauze", "vrijdag in de pauze (20 november 2026)"),
        ("20 november om 14.30", "20 november om 14.30 (20 november 2026)"),
        ("20 november 14:30", "20 november 14:30 (20 november 2026)"),
        ("20 december, 14 uur", "20 december, 14 uur (20 december 2025)"),
    ],
)
def test_the_day_is_always_there_in_full(text: str, kept: str) -> None:
    assert parse_moment(text, MONDAY) == Parsed(kept)
    assert parse_moment(kept, MONDAY) == Parsed(kept)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("morgen", "datum_onleesbaar"),
        ("in de pauze", "datum_onleesbaar"),
        ("24-11-2026", "toekomst"),
        ("31 februari 2026", "dag_onmogelijk"),
        ("20 november 2026 " + "x" * 200, "te_lang"),
        ("20 november 2026, 123456782", "bsn"),
    ],
)
def test_no_day_or_one_to_come_is_refused(text: str, code: str) -> None:
    outcome = parse_moment(text, MONDAY)
    assert isinstance(outcome, Problem) and outcome.code == code
