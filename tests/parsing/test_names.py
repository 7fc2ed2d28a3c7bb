"""Names of people."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.names import parse_name
from bot.parsing.outcome import Parsed, Problem

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "name",
    [
        "Sanne de Vries",
        "Mo el Amrani",
        "Jan-Willem van 't Hof",
        "O'Neil-Smith",
        "Łukasz Żak",
        "Çağla Öztürk",
        "李雷",
        "فاطمة الزهراء",
        "Bo",
        "Wil Kan",
        "Đạt Nguyễn",
        "Zé da Silva",
    ],
)
def test_a_name_is_kept_as_typed(name: str) -> None:
    assert parse_name(name, TODAY) == Parsed(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mijn naam is Mo el Amrani", "Mo el Amrani"),
        ("Ik ben Piet van der Meer.", "Piet van der Meer"),
        ("mijn dochter heet Noor", "Noor"),
        ("hij heet Daan Bos", "Daan Bos"),
        ("naam: Daan Bos", "Daan Bos"),
        ("de naam van mijn zoon is Daan", "Daan"),
        ("dat is  Noor   Jansen", "Noor Jansen"),
    ],
)
def test_the_words_around_a_name_are_left_out(text: str, name: str) -> None:
    assert parse_name(text, TODAY) == Parsed(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mo@voorbeeld.nl", "naam_is_email"),
        ("Jan 3", "naam_met_cijfers"),
        ("123456782", "bsn"),
        ("J", "naam_te_kort"),
        ("...", "naam_te_kort"),
        ("", "naam_te_kort"),
        ("Jan " * 40, "naam_te_lang"),
        ("Waarom wilt u dat weten?", "naam_is_zin"),
        ("Wie leest dit?", "naam_is_zin"),
        ("dat zeg ik niet", "naam_is_zin"),
        ("ik ben haar moeder", "naam_is_zin"),
        ("weet ik niet", "naam_is_zin"),
        ("ja", "naam_is_zin"),
        ("stop", "naam_is_zin"),
    ],
)
def test_what_is_no_name_is_refused(text: str, code: str) -> None:
    outcome = parse_name(text, TODAY)
    assert isinstance(outcome, Problem) and outcome.code == code
