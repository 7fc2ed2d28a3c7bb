"""Texts that staff send often: everybody's, and those of one school."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.conversations.models import StandardAnswer

LONGEST_TITLE = 80
LONGEST_TEXT = 2000


class TextRefused(ValueError):
    """This text cannot be kept; says why, in Dutch."""


def standard_answers(session: Session, school_id: uuid.UUID | None) -> Sequence[StandardAnswer]:
    """Everybody's and this school's, by title."""
    query = select(StandardAnswer).where(
        or_(StandardAnswer.school_id.is_(None), StandardAnswer.school_id == school_id)
    )
    return session.scalars(query.order_by(StandardAnswer.title)).all()


def save_standard_answer(
    session: Session,
    answer: StandardAnswer | None,
    *,
    school_id: uuid.UUID | None,
    title: str,
    text: str,
    actor: str,
    now: datetime,
) -> StandardAnswer:
    """Changes the answer, or makes one. Who may do so for this school is the caller's check."""
    title, text = " ".join(title.split()), text.strip()
    if not title or not text:
        raise TextRefused("Vul een titel en een tekst in.")
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        raise TextRefused(
            f"Een titel is hoogstens {LONGEST_TITLE} tekens lang, een tekst {LONGEST_TEXT}."
        )
    if answer is None:
        answer = StandardAnswer()
        session.add(answer)
    answer.school_id, answer.title, answer.text = school_id, title, text
    answer.updated_at, answer.updated_by = now, actor
    session.flush()
    return answer
