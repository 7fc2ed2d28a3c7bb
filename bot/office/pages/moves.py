"""A step with a request: first its letter as a preview, then for real."""

from __future__ import annotations

from starlette.responses import Response

from bot.audit.reading_log import LETTER, REQUEST
from bot.handling.drafts import draft_note
from bot.handling.moves import MOVES, Move, is_possible, possible_moves
from bot.handling.perform import (
    LONGEST_LETTER,
    Doing,
    MoveRefused,
    draft,
    perform,
    school_of,
    situation,
)
from bot.letters.kinds import LETTERS
from bot.letters.pdf import letter_pdf
from bot.letters.render import LetterText, TemplateRefused
from bot.office.pages.request_page import seen_version, show
from bot.office.reading import has_read
from bot.office.request_view import view_of
from bot.requests.clock_change import ClockRefused
from bot.requests.models import Request
from bot.requests.workflow import StepRefused
from bot.web.visit import NotFound, Visit, see_other

_REFUSALS = (MoveRefused, TemplateRefused, ClockRefused, StepRefused)


def step(visit: Visit) -> Response:
    """GET asks; POST with `voorbeeld` shows the letter, with `versturen` makes the move."""
    move = _move(visit)
    request: Request = visit.subject
    if not visit.posted:
        if not is_possible(move, situation(visit.session, request, visit.today)):
            return see_other(f"/kantoor/verzoek/{request.reference}")
        return _ask(visit, move, note=draft_note(move, request.kind))
    try:
        if move.letter is not None and visit.text("fase") != "versturen":
            return _preview(visit, move)
        perform(visit.session, request, _doing(visit, move), _confirmed(visit, move))
    except _REFUSALS as error:
        return _refused(visit, move, str(error))
    return see_other(f"/kantoor/verzoek/{request.reference}")


def preview_pdf(visit: Visit) -> Response:
    """The letter as it would go out; nothing is stored."""
    request: Request = visit.subject
    text = _confirmed(visit, _move(visit))
    if text is None:
        raise NotFound
    try:
        school = school_of(visit.session, request)
    except MoveRefused as error:
        return _refused(visit, _move(visit), str(error))
    has_read(visit, request, LETTER)
    pdf = letter_pdf(text, school, to=request.requester_name, day=visit.today)
    return Response(
        pdf,
        media_type="application/pdf",
        headers={"Content-Disposition": "inline; filename=voorbeeld.pdf"},
    )


def _move(visit: Visit) -> Move:
    move = MOVES.get(visit.path("move"))
    if move is None:
        raise NotFound
    return move


def _doing(visit: Visit, move: Move) -> Doing:
    return Doing(
        move=move,
        actor=visit.viewer.actor,
        at=visit.now,
        day=visit.today,
        version=seen_version(visit),
        status_address=f"{visit.settings.public_url}/status",
        why=visit.text("waarom", longest=500).strip(),
        attachment_ids=tuple(visit.identifier(value) for value in visit.texts("bijlage")),
    )


def _confirmed(visit: Visit, move: Move) -> LetterText | None:
    if move.letter is None:
        return None
    subject = " ".join(visit.text("onderwerp", longest=200).split())
    # Longer than any letter may be: a letter is refused, never cut short.
    body = visit.text("tekst", longest=2 * LONGEST_LETTER).strip()
    return LetterText(subject, body) if subject and body else None


def _ask(visit: Visit, move: Move, *, note: str, error: str = "") -> Response:
    request: Request = visit.subject
    has_read(visit, request, REQUEST)
    return visit.render(
        "move.html",
        status=422 if error else 200,
        error=error,
        request=request,
        move=move,
        letter=LETTERS[move.letter] if move.letter else None,
        note=note,
        view=view_of(visit.session, request, visit.today),
        chosen=visit.texts("bijlage"),
        version=visit.text("versie") if error and "intussen" not in error else request.version,
        preview=None,
    )


def _preview(visit: Visit, move: Move) -> Response:
    request: Request = visit.subject
    doing = _doing(visit, move)
    note = visit.text("toelichting", longest=2 * LONGEST_LETTER)
    text = draft(visit.session, request, doing, note)
    has_read(visit, request, LETTER)
    return visit.render(
        "move.html",
        error="",
        request=request,
        move=move,
        letter=LETTERS[move.letter or ""],
        note=note,
        view=view_of(visit.session, request, visit.today),
        chosen=visit.texts("bijlage"),
        version=doing.version,
        preview=text,
    )


def _refused(visit: Visit, move: Move, error: str) -> Response:
    possible = possible_moves(situation(visit.session, visit.subject, visit.today))
    if move not in possible:
        return show(visit, error=error)
    return _ask(
        visit, move, note=visit.text("toelichting", longest=2 * LONGEST_LETTER), error=error
    )
