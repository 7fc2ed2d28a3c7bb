"""Keeps a letter as it was sent and puts its mail in the outbox, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.letters.models import Letter
from bot.letters.pdf import letter_pdf
from bot.letters.render import LetterText
from bot.outbox.lanes import MAIL, enqueue
from bot.requests.events import record
from bot.requests.models import Attachment, Request
from bot.schools.models import School


def send_letter(
    session: Session,
    request: Request,
    school: School,
    *,
    kind: str,
    text: LetterText,
    attachments: Sequence[Attachment] = (),
    actor: str,
    at: datetime,
    day: date,
) -> Letter:
    """The letter, stored; the worker delivers it."""
    letter = Letter(
        request_id=request.id,
        kind=kind,
        to_email=request.requester_email,
        subject=text.subject,
        body=text.body,
        pdf=letter_pdf(text, school, to=request.requester_name, day=day),
        attachment_ids=[str(item.id) for item in attachments],
        created_at=at,
        created_by=actor,
    )
    session.add(letter)
    session.flush()
    data = {"letter": kind, "letter_id": str(letter.id)}
    record(session, request, at=at, actor=actor, kind="brief_verstuurd", data=data)
    enqueue(
        session,
        channel=MAIL,
        lane=f"{request.id}:mail",
        payload={"letter_id": str(letter.id)},
        at=at,
        request_id=request.id,
        school_id=request.school_id,
    )
    return letter
