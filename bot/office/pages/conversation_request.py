"""A request that somebody of the office files for a visitor, from the conversation they have."""

from __future__ import annotations

import secrets

from starlette.responses import Response

from bot.conversations.handoff import record
from bot.conversations.log import SYSTEM, append
from bot.conversations.models import Conversation
from bot.conversations.states import WITH_PERSON
from bot.requests.filing import file_request
from bot.requests.form import for_filing, way_of
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.one_page import Filled, fill
from bot.requests.wording import confirmation_text_nl, receipt
from bot.schools.finding import school_by_id
from bot.web.visit import NotFound, Visit, see_other


def show(visit: Visit) -> Response:
    """GET chooses the kind and opens the form; POST judges it, shows the summary, then files."""
    conversation: Conversation = visit.subject
    if conversation.state != WITH_PERSON or conversation.assignee_id != visit.viewer.account_id:
        return see_other(f"/kantoor/gesprek/{conversation.id}")
    if not visit.posted:
        kind = visit.query("soort")
        known = fill(kind, _known(visit), visit.today, judge=False) if kind in KINDS else None
        return _page(visit, known)
    kind = visit.text("soort")
    if kind not in KINDS:
        raise NotFound
    filled = fill(kind, visit.all_texts(), visit.today)
    if not filled.is_complete:
        return _page(visit, filled, error="Kijk de velden met een melding na.")
    if visit.text("fase") != "indienen":
        return _page(visit, filled, summary=visit.text("fase") != "wijzigen")
    _file(visit, filled)
    return see_other(f"/kantoor/gesprek/{conversation.id}")


def _known(visit: Visit) -> dict[str, str]:
    """What the conversation tells already."""
    conversation: Conversation = visit.subject
    school = school_by_id(visit.session, conversation.school_id)
    return {
        "school": school.name if school else "",
        "requester_email": conversation.contact_email or "",
    }


def _file(visit: Visit, filled: Filled) -> None:
    """Once, however often it is sent; the visitor gets the receipt in the chat."""
    conversation: Conversation = visit.subject
    key = visit.text("sleutel", longest=64)
    if not key:
        raise NotFound
    filed = file_request(
        visit.session,
        filing_key=f"kantoor:{conversation.id}:{key}",
        kind=filled.kind,
        answers=for_filing(filled.answers),
        standing=way_of(filled.answers, visit.today),
        conversation_id=conversation.sender,
        now=visit.now,
        settings=visit.settings,
        filed_by=visit.viewer.actor,
        page_of=school_by_id(visit.session, conversation.school_id),
    )
    if filed.created:
        _tell(visit, conversation, filed.request)


def _tell(visit: Visit, conversation: Conversation, request: Request) -> None:
    record(
        visit.session,
        conversation,
        at=visit.now,
        actor=visit.viewer.actor,
        kind="verzoek_ingediend",
        data={"reference": request.reference},
    )
    append(
        visit.session,
        conversation,
        author=SYSTEM,
        text=confirmation_text_nl(request),
        data={"custom": receipt(request)},
        at=visit.now,
    )


def _page(
    visit: Visit, filled: Filled | None, *, summary: bool = False, error: str = ""
) -> Response:
    return visit.render(
        "conversation_request.html",
        status=422 if error else 200,
        error=error,
        conversation=visit.subject,
        kinds=list(KINDS),
        filled=filled,
        summary=summary,
        key=visit.text("sleutel", longest=64) or secrets.token_hex(16),
    )
