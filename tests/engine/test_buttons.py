"""Payloads of question buttons."""

from __future__ import annotations

from bot.engine.buttons import read_payload


def test_a_question_button_is_read_with_its_slots() -> None:
    assert read_payload('/inzage/recht{"leeftijd": "onder_12"}') == (
        "inzage/recht",
        {"leeftijd": "onder_12"},
    )


def test_a_button_without_slots() -> None:
    assert read_payload("/inzage/kosten") == ("inzage/kosten", {})


def test_other_texts_are_no_button() -> None:
    for text in ("/verzoek_inzage", "mag ik dit/dat", "/inzage/recht{kapot", "/restart"):
        assert read_payload(text) is None
