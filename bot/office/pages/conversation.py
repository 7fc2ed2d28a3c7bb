"""One conversation: its history as it grows, and what a person does with it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from starlette.responses import JSONResponse, Response

from bot.audit.reading_log import CONVERSATION, has_read, log_reading
from bot.conversations import desk
from bot.conversations.desk import DeskRefused
from bot.conversations.log import VISITOR
from bot.conversations.missed import find_question
from bot.conversations.models import Conversation
from bot.conversations.standard_answers import standard_answers
from bot.knowledge.catalog import catalog
from bot.office.conversation_view import lines_after, suggestions, view_of
from bot.office.conversation_words import STATES_NL, presence_nl, reason_nl, waited_nl
from bot.office.understanding import answer_text
from bot.parsing.numbers import whole_number
from bot.people.colleagues import who_can_answer
from bot.people.models import Account
from bot.web.templating import templates
from bot.web.visit import NotFound, Visit, see_other

# One open page is one reading, however long it follows what comes.
_ONE_READING = timedelta(minutes=15)


def show(visit: Visit, *, error: str = "") -> Response:
    conversation: Conversation = visit.subject
    _note_reading(visit)
    return visit.render(
        "conversation.html",
        status=422 if error else 200,
        error=error,
        conversation=conversation,
        view=view_of(visit.session, conversation, visit.viewer.account_id, visit.now),
        suggestions=suggestions(visit.session, conversation, may_ask=visit.only_reads),
        standard=standard_answers(visit.session, conversation.school_id),
        search=visit.query("zoek")[:100],
        typed=visit.text("tekst") or _asked_for(visit),
        key=visit.text("sleutel", longest=64) or secrets.token_hex(16),
        titles=[answer.title for answer in catalog()],
        states=STATES_NL,
        reason=reason_nl(conversation.reason),
        waited=waited_nl(conversation.waiting_since, visit.now),
    )


def live(visit: Visit) -> Response:
    """What came after `na`, as the page shows it, and how the conversation stands."""
    conversation: Conversation = visit.subject
    after = whole_number(visit.query("na")) or 0
    lines = lines_after(visit.session, conversation, after)
    if lines:
        _note_reading(visit)
    fresh: dict[str, Any] = {
        "last": conversation.last_sequence,
        "state": _standing(conversation),
        "presence": presence_nl(conversation, visit.now),
        "html": _rendered("conversation_lines.html", lines=lines),
    }
    if any(line.message.author == VISITOR for line in lines):
        found = suggestions(visit.session, conversation)
        fresh["suggestions"] = _rendered(
            "conversation_suggestions.html", suggestions=found, conversation=conversation
        )
    return JSONResponse(fresh)


def text_of(visit: Visit) -> Response:
    """The text behind a suggestion or a standard answer, for the field."""
    return JSONResponse({"text": _asked_for(visit)})


def take(visit: Visit) -> Response:
    return _do(visit, lambda c, me: desk.take_over(visit.session, c, me, at=visit.now))


def put_back(visit: Visit) -> Response:
    return _do(visit, lambda c, me: desk.put_back(visit.session, c, me, at=visit.now))


def close(visit: Visit) -> Response:
    return _do(visit, lambda c, me: desk.close(visit.session, c, me, at=visit.now))


def hand_back(visit: Visit) -> Response:
    return _do(
        visit,
        lambda c, me: desk.hand_back(
            visit.session, c, me, topic=_topic(visit.text("onderwerp", longest=200)), at=visit.now
        ),
    )


def hand_over(visit: Visit) -> Response:
    wanted = visit.identifier(visit.text("collega"))
    colleagues = {one.id: one for one in who_can_answer(visit.session, visit.subject.school_id)}
    if wanted not in colleagues:
        raise NotFound
    return _do(
        visit,
        lambda c, me: desk.hand_over(visit.session, c, me, colleagues[wanted], at=visit.now),
    )


def answer(visit: Visit) -> Response:
    return _do(
        visit,
        lambda c, me: desk.answer(
            visit.session,
            c,
            me,
            visit.text("tekst"),
            client_key=_client_key(visit),
            at=visit.now,
        ),
        anchor="antwoord",
    )


def note(visit: Visit) -> Response:
    return _do(
        visit,
        lambda c, me: desk.add_note(visit.session, c, me, visit.text("notitie"), at=visit.now),
        anchor="notities",
    )


def _do(
    visit: Visit, work: Callable[[Conversation, Account], object], *, anchor: str = ""
) -> Response:
    conversation: Conversation = visit.subject
    me = visit.session.get_one(Account, visit.viewer.account_id)
    try:
        work(conversation, me)
    except DeskRefused as error:
        return show(visit, error=str(error))
    return see_other(f"/kantoor/gesprek/{conversation.id}" + (f"#{anchor}" if anchor else ""))


def _client_key(visit: Visit) -> str | None:
    """Sending the same page twice, by a double click or a reload, stores one message."""
    key = visit.text("sleutel", longest=24)
    return f"{visit.viewer.actor}:{key}" if key else None


def _topic(typed: str) -> str | None:
    if not typed.strip():
        return None
    topic = find_question(typed)
    if topic is None:
        raise DeskRefused("Kies het onderwerp uit de lijst, of laat het leeg.")
    return topic


def _asked_for(visit: Visit) -> str:
    """The text that a link asks to put in the field."""
    known = catalog().get(visit.query("antwoord"))
    if known is not None:
        return answer_text(known)
    wanted = visit.query("standaard")
    found = standard_answers(visit.session, visit.subject.school_id)
    return next((one.text for one in found if str(one.id) == wanted), "")


def _standing(conversation: Conversation) -> str:
    """Changes when the page has other things to offer."""
    return f"{conversation.state}:{conversation.assignee_id or ''}"


def _rendered(template: str, **values: Any) -> str:
    return templates().get_template(template).render(**values)


def _note_reading(visit: Visit) -> None:
    """In the log, and for whoever has it also that it was seen."""
    conversation: Conversation = visit.subject
    me = visit.viewer
    since = visit.now - _ONE_READING
    is_new = not has_read(visit.session, conversation.id, actor=me.actor, since=since)
    unseen = (
        conversation.assignee_id == me.account_id
        and conversation.staff_read < conversation.last_sequence
    )
    if not is_new and not unseen:
        return
    with visit.writing() as session:
        if is_new:
            log_reading(
                session,
                request_id=conversation.id,
                school_id=conversation.school_id,
                what=CONVERSATION,
                actor=me.actor,
                actor_name=me.name,
                at=visit.now,
            )
        if unseen:
            session.get_one(Conversation, conversation.id).staff_read = conversation.last_sequence
