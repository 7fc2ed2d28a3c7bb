"""What the status page shows: nothing that the office keeps for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.letters.kinds import LETTERS
from bot.letters.models import Letter
from bot.requests.clock_change import clock_of
from bot.requests.deadline_text import explain
from bot.requests.kinds import KINDS
from bot.requests.models import Attachment, Request, RequestNote
from bot.requests.wording import status_text_nl
from bot.requests.workflow import DONE, WAITING
from bot.schools.contact import contact_nl
from bot.schools.finding import school_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentView:
    title: str
    school: str
    status: str
    explanation: str
    letters: list[tuple[Letter, str]]
    files: Sequence[Attachment]
    answers: Sequence[RequestNote]
    is_open: bool
    stands_still: bool
    is_asked: bool
    contact: str


def view_for_parent(session: Session, request: Request, today: date) -> ParentView:
    letters = session.scalars(
        select(Letter).where(Letter.request_id == request.id).order_by(Letter.created_at)
    ).all()
    school = school_by_id(session, request.school_id)
    clock = clock_of(request)
    return ParentView(
        title=f"Uw {KINDS[request.kind].name_nl}",
        school=school.name if school else request.school,
        status=status_text_nl(request, today),
        explanation=explain(clock.deadline),
        letters=[(one, LETTERS[one.kind].title_nl) for one in letters],
        files=_files(session, request, letters),
        answers=session.scalars(
            select(RequestNote)
            .where(RequestNote.request_id == request.id, RequestNote.author == "aanvrager")
            .order_by(RequestNote.at)
        ).all(),
        is_open=request.state != DONE,
        stands_still=clock.stands_still,
        is_asked=request.state == WAITING,
        contact=contact_nl(school) if school else "de school",
    )


def _files(session: Session, request: Request, letters: Sequence[Letter]) -> list[Attachment]:
    sent = {identifier for letter in letters for identifier in letter.attachment_ids}
    query = select(Attachment).where(Attachment.request_id == request.id)
    return [
        one
        for one in session.scalars(query.order_by(Attachment.added_at))
        if one.from_requester or str(one.id) in sent
    ]
