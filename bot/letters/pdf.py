"""A letter as PDF on the school's letterhead, tagged so that it can be read aloud."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import typst

from bot.dutch import date_nl
from bot.letters.blocks import blocks
from bot.letters.render import LetterText
from bot.schools.contact import address_lines
from bot.schools.models import School

_SOURCE = Path(__file__).parent / "letter.typ"
DEFAULT_COLOUR = "#1f4e79"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def letter_pdf(text: LetterText, school: School, *, to: str, day: date) -> bytes:
    """The bytes of a PDF/UA-1 file, or of a plain PDF when the text holds signs without a font."""
    colour = str(school.letterhead.get("colour") or "")
    data = {
        "subject": text.subject,
        "school": school.name,
        "address": address_lines(school) or [school.name],
        "colour": colour if _COLOUR.fullmatch(colour) else DEFAULT_COLOUR,
        "footer": str(school.letterhead.get("footer") or ""),
        "to": f"Aan {to}",
        "place_and_date": ", ".join(part for part in (school.city, date_nl(day)) if part),
        "blocks": blocks(text.body),
        "closing": ["Met vriendelijke groet,", "", school.name],
    }
    return _compile(json.dumps(data))


def _compile(data: str) -> bytes:
    inputs = {"letter": data}
    try:
        return typst.compile(
            str(_SOURCE), font_paths=_fonts(), sys_inputs=inputs, pdf_standards="ua-1"
        )
    except typst.TypstError:
        # A sign that no font here can draw (an emoji, another script) cannot be read aloud from the
        # file either. The letter still goes out, and its e-mail holds the text as it was written.
        return typst.compile(str(_SOURCE), font_paths=_fonts(), sys_inputs=inputs)


@cache
def _fonts() -> typst.Fonts:
    # Looking for the machine's fonts takes two thirds of making a letter.
    return typst.Fonts()
