"""Performs a move: the letter is previewed first, then state, clock, letter and mail change as one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.handling.moves import Move, Situation, is_possible, possible_moves
from bot.letters.kinds import LETTERS
from bot.letters.models import Letter
from bot.letters.render import LetterText, render
from bot.letters.sending import send_letter
from bot.letters.templates import template_for
from bot.letters.values import letter_values
from bot.requests.attachments import attachments_by_id
from bot.requests.clock_change import extend, pause_if_allowed
from bot.requests.editing import CHANGED_MEANWHILE_NL
from bot.requests.models import Request
from bot.requests.state_change import change_state
from bot.requests.workflow import CHECKING_IDENTITY
from bot.schools.finding import school_by_id
from bot.schools.models import School

#: Some ten pages.
LONGEST_LETTER = 30_000


class MoveRefused(ValueError):
    """This cannot be done now; the text says why and what to do, in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One move about to be made. `version` is the one its maker saw; `day` is today at school."""

    move: Move
    actor: str
    at: datetime
    day: date
    version: int
    status_address: str
    why: str = ""
    attachment_ids: tuple[uuid.UUID, ...] = ()


def situation(session: Session, request: Request, day: date) -> Situation:
    sent = session.scalars(select(Letter.kind).where(Letter.request_id == request.id)).all()
    return Situation(request, day, frozenset(sent))


def draft(session: Session, request: Request, doing: Doing, note: str) -> LetterText:
    """The letter of this move, filled in. Raises MoveRefused or TemplateRefused."""
    _check(session, request, doing)
    kind = LETTERS[doing.move.letter or ""]
    if kind.note_required and kind.note_nl and not note.strip():
        raise MoveRefused(f"Vul eerst in: {kind.note_nl}")
    school = school_of(session, request)
    values = letter_values(
        request,
        school,
        today=doing.day,
        status_address=doing.status_address,
        note=note,
        attachments=[item.name for item in _attachments(session, request, doing)],
    )
    text = render(template_for(session, school.id, kind.key), values)
    _check_length(text)
    return text


def perform(
    session: Session, request: Request, doing: Doing, text: LetterText | None = None
) -> Letter | None:
    """Makes the move with the letter as it was previewed. Raises MoveRefused; changes nothing then.

    The caller commits: state, event, letter and outgoing mail are one transaction.
    """
    session.refresh(request, with_for_update=True)
    _check(session, request, doing)
    if (text is None) != (doing.move.letter is None):
        raise MoveRefused("Bekijk eerst het voorbeeld van de brief.")
    attachments = _attachments(session, request, doing)
    if text is None or doing.move.letter is None:
        _change(session, request, doing)
        return None
    _check_length(text)
    # Whatever refuses comes before the change: the caller shows the reason and commits.
    school = school_of(session, request)
    _change(session, request, doing)
    return send_letter(
        session,
        request,
        school,
        kind=doing.move.letter,
        text=text,
        attachments=attachments,
        actor=doing.actor,
        at=doing.at,
        day=doing.day,
    )


def _change(session: Session, request: Request, doing: Doing) -> None:
    move, at, actor = doing.move, doing.at, doing.actor
    if move.key == "verlengen":
        extend(session, request, day=doing.day, at=at, actor=actor, why=doing.why)
    if move.to is None:
        return
    change_state(session, request, move.to, at=at, actor=actor, outcome=move.outcome, why=doing.why)
    if move.to == CHECKING_IDENTITY:
        pause_if_allowed(session, request, day=doing.day, at=at, actor=actor)


def _check(session: Session, request: Request, doing: Doing) -> None:
    if request.version != doing.version:
        raise MoveRefused(CHANGED_MEANWHILE_NL)
    now = situation(session, request, doing.day)
    if not is_possible(doing.move, now):
        titles = ", ".join(move.title_nl for move in possible_moves(now)) or "niets"
        raise MoveRefused(f"“{doing.move.title_nl}” kan nu niet. Wel mogelijk: {titles}.")


def school_of(session: Session, request: Request) -> School:
    """Raises MoveRefused: a letter needs a letterhead."""
    school = school_by_id(session, request.school_id)
    if school is None:
        raise MoveRefused("Kies eerst bij welke school dit verzoek hoort.")
    return school


def _check_length(text: LetterText) -> None:
    if len(text.body) > LONGEST_LETTER:
        raise MoveRefused(
            f"De brief is langer dan {LONGEST_LETTER} tekens. Zet een deel in een bijlage."
        )


def _attachments(session: Session, request: Request, doing: Doing) -> Sequence:
    found = attachments_by_id(session, request, doing.attachment_ids)
    if len(found) != len(set(doing.attachment_ids)):
        raise MoveRefused("Een bestand hoort niet bij dit verzoek. Kies de bijlagen opnieuw.")
    return found
