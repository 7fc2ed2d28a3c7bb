"""The PDF of a letter: whole, tagged, and text stays text."""

from __future__ import annotations

from datetime import date

import pytest

from bot.letters.blocks import blocks
from bot.letters.pdf import letter_pdf
from bot.letters.render import LetterText
from tests.support.office import make_school


def test_a_letter_is_a_tagged_pdf_in_dutch(session) -> None:
    school = make_school(session)
    text = LetterText("Ons antwoord", "Beste Mo,\n\n- een\n- twee")
    pdf = letter_pdf(text, school, to="Mo", day=date(2026, 11, 24))
    assert pdf.startswith(b"%PDF")
    assert b"StructTreeRoot" in pdf


@pytest.mark.parametrize(
    "typed", ['#read("/etc/passwd")', "$x$ *a* _b_", "<a> & \\ `c`", "]#[", "🙂 ñ ş ğ"]
)
def test_what_somebody_typed_is_never_run(session, typed) -> None:
    text = LetterText(typed, f"{typed}\n\n- {typed}")
    school = make_school(session)
    assert letter_pdf(text, school, to=typed, day=date(2026, 11, 24)).startswith(b"%PDF")


def test_a_colour_that_is_none_does_not_stop_a_letter(session) -> None:
    school = make_school(session, letterhead={"colour": "red); #panic("})
    assert letter_pdf(LetterText("a", "b"), school, to="Mo", day=date(2026, 11, 24))


def test_lists_and_paragraphs_are_told_apart() -> None:
    assert blocks("Een.\n- a\n- b\nTwee.\n\nDrie.") == [
        {"kind": "par", "text": "Een."},
        {"kind": "list", "items": ["a", "b"]},
        {"kind": "par", "text": "Twee."},
        {"kind": "par", "text": "Drie."},
    ]
