"""The worklist: which requests, in which order, one page at a time."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    cast,
    false,
    func,
    literal,
    select,
    union,
)
from sqlalchemy.orm import Session, defer

from bot.parsing.outcome import Parsed
from bot.requests.kinds import KINDS
from bot.requests.models import Request, SearchWord
from bot.requests.references import normalise, part_of_reference
from bot.requests.search_words import typed_hashes
from bot.requests.workflow import CHECKING_IDENTITY, DONE, STATES

PAGE_SIZE = 50
OPEN_STATES = tuple(state for state in STATES if state != DONE)
# Written out and not bound, as the index of open requests has it: else it is not used.
_IS_OPEN = Request.state != literal(DONE, literal_execute=True)
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
    return Found(_page(session, conditions, page), total, page)


def _page(
    session: Session, conditions: Sequence[ColumnElement[bool]], page: int
) -> Sequence[Request]:
    """First which, from the index alone; then those rows: one is wide, and most are not shown."""
    order = (Request.due_on, Request.id)
    which = select(Request.id).where(*conditions).order_by(*order)
    ids = session.scalars(which.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)).all()
    query = (
        select(Request)
        .where(Request.id.in_(ids))
        .options(defer(Request.details), defer(Request.due_steps))
        .order_by(*order)
    )
    return session.scalars(query).all()


def _conditions(filters: Filters, today: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.state == "open":
        conditions.append(_IS_OPEN)
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
        conditions.append(_IS_OPEN)
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
    # Each way finds a few by its own index; together in one condition they would read everything.
    ways = [way for way in (_by_name(text), _by_part(text)) if way is not None]
    return Request.id.in_(union(*ways)) if ways else false()


def _by_name(text: str) -> Select[uuid.UUID] | None:
    """What holds every typed word."""
    words = typed_hashes(text)
    if not words:
        return None
    holding = select(SearchWord.request_id).where(SearchWord.word_hash == words[0])
    for word in words[1:]:
        also = select(SearchWord.request_id).where(SearchWord.word_hash == word)
        holding = holding.where(SearchWord.request_id.in_(also))
    return holding


def _by_part(text: str) -> Select[uuid.UUID] | None:
    part = part_of_reference(text)
    if part is None:
        return None
    return select(Request.id).where(Request.reference.contains(part, autoescape=True))


def _identifier(text: str, also: str = "") -> str:
    if text and text == also:
        return text
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""
