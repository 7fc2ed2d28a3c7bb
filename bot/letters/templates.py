"""The text of a letter before it is filled in: the school's own, else the standard one."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.letters.kinds import LETTERS
from bot.letters.models import LetterTemplate

_STANDARD = Path(__file__).parent / "standard"


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and body with places to fill in; `own` when the school wrote it."""

    subject: str
    body: str
    own: bool = False


@cache
def standard_template(kind: str) -> Template:
    """The first line of the file is the subject; the body follows after an empty line."""
    if kind not in LETTERS:
        raise KeyError(kind)
    text = (_STANDARD / f"{kind}.txt").read_text(encoding="utf-8")
    subject, body = text.split("\n\n", 1)
    return Template(subject.strip(), body.strip())


def template_for(session: Session, school_id: uuid.UUID, kind: str) -> Template:
    own = session.scalar(
        select(LetterTemplate).where(
            LetterTemplate.school_id == school_id, LetterTemplate.kind == kind
        )
    )
    if own is None:
        return standard_template(kind)
    return Template(own.subject, own.body, own=True)
