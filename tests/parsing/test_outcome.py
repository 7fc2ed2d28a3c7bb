"""What was typed does not end up in a log by way of a repr."""

from __future__ import annotations

from bot.parsing.outcome import Parsed, Problem


def test_a_value_is_not_shown() -> None:
    assert "Sanne" not in repr(Parsed("Sanne"))


def test_a_suggestion_is_not_shown() -> None:
    shown = repr(Problem("bedoelt_u", "Bedoelt u a@b.nl?", "a@b.nl", as_typed="a@b.ln"))
    assert "a@b" not in shown
    assert "bedoelt_u" in shown
