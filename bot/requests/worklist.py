"""The worklist: which requests, in which order, one page at a time."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from sqlalchemy import ColumnElement, Select, Text, and_, cast, func, or_, select
from sqlalchemy.orm import Session, defer

from bot.parsing.outcome import Parsed
from bot.requests.kinds import KINDS
from bot.requests.models import Request, SearchWord
from bot.requests.references import normalise
from bot.requests.search_words import typed_hashes
from bot.requests.workflow import CHECKING_IDENTITY, DONE, STATES

PAGE_SIZE = 50
OPEN_STATES = tuple(state for state in STATES if state != DONE)
#: Filter value -> how far ahead the last day may be, in days.
DUE = {"te_laat": -1, "vandaag": 0, "week": 7, "twee_weken": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """`state` is a state, `open` or `alle`. `assignee` is an id, `niemand` or empty."""

    state: str = "open"
    kind: str = ""
    school: str = ""
    assignee: str = ""
    due: str = ""
    search: str = ""

    @property
    def query(self) -> str:
        """These filters as the query string of a page."""
        chosen = {
            "status": "" if self.state == "open" else self.state,
            "soort": self.kind,
            "school": self.school,
            "behandelaar": self.assignee,
            "termijn": self.due,
            "zoek": self.search,
        }
        return urlencode({key: value for key, value in chosen.items() if value})


def read_filters(query: Mapping[str, str]) -> Filters:
    """What a query string asks for; values that mean nothing are left out."""
    state = query.get("status", "open")
    return Filters(
        state=state if state in (*STATES, "open", "alle") else "open",
        kind=query.get("soort", "") if query.get("soort", "") in KINDS else "",
        school=_identifier(query.get("school", "")),
        assignee=_identifier(query.get("behandelaar", ""), also="niemand"),
        due=query.get("termijn", "") if query.get("termijn", "") in DUE else "",
        search=query.get("zoek", "").strip()[:100],
    )


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the worklist; `total` counts all pages."""

    requests: Sequence[Request]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


def find_requests(
    session: Session, scope: ColumnElement[bool], filters: Filters, *, today: date, page: int = 1
) -> Found:
    """What is due first comes first; `scope` keeps other schools out."""
    conditions = [scope, *_conditions(filters, today)]
    total = session.scalar(select(func.count()).select_from(Request).where(*conditions)) or 0
    page = min(max(1, page), max(1, -(-total // PAGE_SIZE)))
    query = (
        select(Request)
        .where(*conditions)
        .options(defer(Request.details), defer(Request.due_steps))
        .order_by(Request.due_on, Request.id)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    return Found(session.scalars(query).all(), total, page)


def _conditions(filters: Filters, today: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.state == "open":
        conditions.append(Request.state.in_(OPEN_STATES))
    elif filters.state != "alle":
        conditions.append(Request.state == filters.state)
    if filters.kind:
        conditions.append(Request.kind == filters.kind)
    if filters.school:
        conditions.append(Request.school_id == uuid.UUID(filters.school))
    if filters.assignee:
        conditions.append(_assignee(filters.assignee))
    if filters.due:
        conditions.append(Request.due_on <= today + timedelta(days=DUE[filters.due]))
        conditions.append(Request.state.in_(OPEN_STATES))
        conditions.append(~_stands_still())
    if filters.search:
        conditions.append(_search(filters.search))
    return conditions


def _stands_still() -> ColumnElement[bool]:
    # Only a question about identity stops the clock, and its pause has no last day yet.
    open_pause = cast(Request.pauses, Text).contains("null")
    return and_(Request.state == CHECKING_IDENTITY, open_pause)


def _assignee(value: str) -> ColumnElement[bool]:
    if value == "niemand":
        return Request.assignee_id.is_(None)
    return Request.assignee_id == uuid.UUID(value)


def _search(text: str) -> ColumnElement[bool]:
    reference = normalise(text)
    if isinstance(reference, Parsed):
        return Request.reference == reference.value
    by_name = [Request.id.in_(_holding(word)) for word in typed_hashes(text)]
    in_reference = Request.reference.icontains(text, autoescape=True)
    return or_(and_(*by_name), in_reference) if by_name else in_reference


def _holding(word: bytes) -> Select[uuid.UUID]:
    return select(SearchWord.request_id).where(SearchWord.word_hash == word)


def _identifier(text: str, also: str = "") -> str:
    if text and text == also:
        return text
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""
