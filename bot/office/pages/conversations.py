"""The lists of conversations, and the short answer to "is there anything new?"."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select
from starlette.responses import JSONResponse, Response

from bot.conversations.handoff import DANGER
from bot.conversations.log import VISITOR
from bot.conversations.models import Conversation, Message
from bot.conversations.states import WAITING, WITH_PERSON
from bot.conversations.waiting import recent, waiting, with_person
from bot.office.conversation_words import STATES_NL, reason_nl, title_of, waited_nl
from bot.people.colleagues import names_of
from bot.people.roles import ANSWER_QUESTIONS
from bot.schools.models import School
from bot.web.visit import Visit


def show(visit: Visit) -> Response:
    seen = _seen(visit)
    waits = waiting(visit.session, seen)
    taken = with_person(visit.session, seen)
    mine = [one for one in taken if one.assignee_id == visit.viewer.account_id]
    others = [one for one in taken if one.assignee_id != visit.viewer.account_id]
    return visit.render(
        "conversations.html",
        waiting=waits,
        mine=mine,
        others=others,
        recent=recent(visit.session, seen),
        schools=_school_names(visit),
        names=names_of(visit.session, [str(one.assignee_id) for one in others]),
        danger=DANGER,
        waited=waited_nl,
        reason=reason_nl,
        states=STATES_NL,
        title_of=title_of,
    )


def news(visit: Visit) -> Response:
    """Numbers only: nothing of a conversation leaves its page. `newest` changes with a new call."""
    calls = select(
        func.count(),
        func.max(Conversation.waiting_since),
        func.count().filter(Conversation.reason == DANGER),
    ).where(Conversation.state == WAITING, _seen(visit))
    waits, newest, danger = visit.session.execute(calls).one()
    return JSONResponse(
        {
            "waiting": waits,
            "newest": newest.isoformat() if newest else "",
            "danger": bool(danger),
            "unread": _unread(visit),
            "moment": str(_last_change(visit) or ""),
        }
    )


def _unread(visit: Visit) -> int:
    """My conversations in which the visitor wrote something that I have not seen."""
    written = exists().where(
        Message.conversation_id == Conversation.id,
        Message.author == VISITOR,
        Message.sequence > Conversation.staff_read,
    )
    query = select(func.count()).where(
        Conversation.state == WITH_PERSON,
        Conversation.assignee_id == visit.viewer.account_id,
        written,
    )
    return visit.session.scalar(query) or 0


def _last_change(visit: Visit) -> datetime | None:
    """When a list was changed last, as far as a message tells."""
    shown = or_(Conversation.state.in_((WAITING, WITH_PERSON)), Conversation.reason.is_not(None))
    return visit.session.scalar(
        select(func.max(Conversation.last_message_at)).where(shown, _seen(visit))
    )


def _seen(visit: Visit) -> ColumnElement[bool]:
    return visit.viewer.scope(ANSWER_QUESTIONS).filter(Conversation.school_id)


def _school_names(visit: Visit) -> dict[object, str]:
    scope = visit.viewer.scope(ANSWER_QUESTIONS)
    rows = visit.session.execute(select(School.id, School.name).where(scope.filter(School.id)))
    return {row.id: row.name for row in rows}
