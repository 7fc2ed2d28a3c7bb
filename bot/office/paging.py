"""Pages of a log, newest first. Their addresses name a line and not a number: nothing shifts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Select

from bot.db.cursor import CURSOR_PATTERN, Identifier, Moment, before, behind, cursor_at
from bot.web.visit import Visit

_MOST = 200
_OLDER, _NEWER = "ouder", "nieuwer"
_PLACE = re.compile(rf"({_OLDER}|{_NEWER})~({CURSOR_PATTERN.strip('^$')})", re.ASCII)

Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class LogPage:
    """What was selected; the addresses of the pages beside it are empty where there is none."""

    rows: Sequence[Any]
    older: str
    newer: str


def log_page(
    visit: Visit, query: Rows, moment: Moment, identifier: Identifier, *, name: str
) -> LogPage:
    """`name`: of the field of the address that says which page; all other fields stay."""
    place = _PLACE.fullmatch(visit.query(name))
    query = query.add_columns(moment, identifier)
    older_ones = query.order_by(moment.desc(), identifier.desc())
    if place and place[1] == _NEWER:
        newer_ones = query.order_by(moment, identifier)
        found = _some(visit, newer_ones.where(behind(place[2], moment, identifier)))
        if len(found) > _MOST:
            return _page(visit, name, found[_MOST - 1 :: -1], older=True, newer=True)
    elif place:
        found = _some(visit, older_ones.where(before(place[2], moment, identifier)))
        if found:
            return _page(visit, name, found[:_MOST], older=len(found) > _MOST, newer=True)
    # The first page is always full: also for who comes back to it from the second.
    found = _some(visit, older_ones)
    return _page(visit, name, found[:_MOST], older=len(found) > _MOST, newer=False)


def _some(visit: Visit, query: Rows) -> Sequence[Any]:
    """One more than a page holds, to know whether there is another."""
    return visit.session.execute(query.limit(_MOST + 1)).all()


def _page(visit: Visit, name: str, rows: Sequence[Any], *, older: bool, newer: bool) -> LogPage:
    return LogPage(
        rows=[row[:-2] for row in rows],
        older=_address(visit, name, f"{_OLDER}~{cursor_at(*rows[-1][-2:])}") if older else "",
        newer=_address(visit, name, f"{_NEWER}~{cursor_at(*rows[0][-2:])}") if newer else "",
    )


def _address(visit: Visit, name: str, place: str) -> str:
    fields = {key: visit.query(key) for key in visit.http.query_params} | {name: place}
    return f"?{urlencode(fields)}#{name}"
