"""Counting requests: open by deadline, time to answer, by kind. Nothing here names anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from statistics import median

from sqlalchemy import ColumnElement, Row, and_, func, or_, select
from sqlalchemy.orm import Session

from bot.requests.deadlines import received_on
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.pauses import pauses_from_json, running
from bot.requests.workflow import DONE, OUTCOMES
from bot.settings import load_settings

STANDS_STILL = "termijn staat stil"
#: Title -> the largest number of days left that still belongs to it.
BUCKETS: tuple[tuple[str, int], ...] = (
    ("te laat", -1),
    ("vandaag of morgen", 1),
    ("2 tot 7 dagen", 7),
    ("8 tot 14 dagen", 14),
    ("15 tot 30 dagen", 30),
    ("later", 10_000),
)


def open_by_deadline(session: Session, scope: ColumnElement[bool], today: date) -> dict[str, int]:
    """Bucket -> how many open requests, every bucket named."""
    counts = dict.fromkeys([title for title, _ in BUCKETS] + [STANDS_STILL], 0)
    query = (
        select(Request.due_on, Request.pauses, func.count())
        .where(scope, Request.state != DONE)
        .group_by(Request.due_on, Request.pauses)
    )
    for due_on, pauses, count in session.execute(query):
        if running(pauses_from_json(pauses)):
            counts[STANDS_STILL] += count
        else:
            counts[_bucket((due_on - today).days)] += count
    return counts


def _bucket(days: int) -> str:
    return next(title for title, most in BUCKETS if days <= most)


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """`month` is 1 to 12, of closing. Days from receipt to closing; None when nothing was closed."""

    month: int
    closed: int
    median_days: float | None
    longest_days: int | None


@dataclass(slots=True)
class KindFigures:
    """One kind in one year: by year of receipt, but `outcomes` and `late` by year of closing."""

    received: int = 0
    extended: int = 0
    late: int = 0
    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))

    @property
    def closed(self) -> int:
        return sum(self.outcomes.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Everything of one year; `open_at_end` counts what was received and not closed by then."""

    year: int
    months: tuple[MonthFigures, ...]
    kinds: dict[str, KindFigures]
    paused: int
    open_at_end: int

    @property
    def received(self) -> int:
        return sum(kind.received for kind in self.kinds.values())

    @property
    def closed(self) -> int:
        return sum(kind.closed for kind in self.kinds.values())

    @property
    def late(self) -> int:
        return sum(kind.late for kind in self.kinds.values())

    @property
    def extended(self) -> int:
        return sum(kind.extended for kind in self.kinds.values())

    @property
    def in_time_percent(self) -> int | None:
        """Of what was closed; None when nothing was."""
        return round(100 * (self.closed - self.late) / self.closed) if self.closed else None


def year_figures(session: Session, scope: ColumnElement[bool], year: int) -> Year:
    """The figures of a calendar year, as the school's clock counts it."""
    kinds = {kind: KindFigures() for kind in KINDS}
    days: dict[int, list[int]] = defaultdict(list)
    paused = 0
    for row in _rows(session, scope, year):
        figures = kinds[row.kind]
        if row.received_on.year == year:
            figures.received += 1
            figures.extended += row.extended_on is not None
            paused += bool(row.pauses)
        closed = _local(row.closed_at)
        if row.state == DONE and closed is not None and closed.year == year:
            figures.outcomes[row.outcome] += 1
            figures.late += closed > row.due_on
            days[closed.month].append((closed - row.received_on).days)
    return Year(
        year=year,
        months=tuple(_month(month, days[month]) for month in range(1, 13)),
        kinds=kinds,
        paused=paused,
        open_at_end=_open_at_end(session, scope, year),
    )


def years_with_requests(session: Session, scope: ColumnElement[bool], today: date) -> list[int]:
    """Newest first; this year is always there."""
    first = session.scalar(select(func.min(Request.received_on)).where(scope))
    start = min(first.year, today.year) if first else today.year
    return list(range(today.year, start - 1, -1))


def _rows(session: Session, scope: ColumnElement[bool], year: int) -> Iterator[Row]:
    first, after = _bounds(year)
    query = select(
        Request.kind,
        Request.state,
        Request.outcome,
        Request.received_on,
        Request.due_on,
        Request.extended_on,
        Request.closed_at,
        Request.pauses,
    ).where(
        scope,
        or_(
            Request.received_on.between(date(year, 1, 1), date(year, 12, 31)),
            and_(Request.closed_at >= first, Request.closed_at < after),
        ),
    )
    yield from session.execute(query)


def _open_at_end(session: Session, scope: ColumnElement[bool], year: int) -> int:
    _, after = _bounds(year)
    query = (
        select(func.count())
        .select_from(Request)
        .where(scope, Request.received_on <= date(year, 12, 31))
        .where(or_(Request.closed_at.is_(None), Request.closed_at >= after))
    )
    return session.scalar(query) or 0


def _bounds(year: int) -> tuple[datetime, datetime]:
    zone = load_settings().timezone
    first = datetime.combine(date(year, 1, 1), time(), tzinfo=zone)
    after = datetime.combine(date(year, 12, 31) + timedelta(days=1), time(), tzinfo=zone)
    return first, after


def _local(moment: datetime | None) -> date | None:
    return received_on(moment, load_settings().timezone) if moment else None


def _month(month: int, days: Sequence[int]) -> MonthFigures:
    if not days:
        return MonthFigures(month, 0, None, None)
    return MonthFigures(month, len(days), median(days), max(days))
