"""A log is read to its first line, page by page, and what comes in meanwhile moves no page."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from uuid import uuid4

import pytest

from bot import clock
from bot.audit.models import OfficeLog, ReadingLog
from bot.db.session import session_scope
from bot.requests.models import Destruction
from tests.support.people import Board

LOG, RETENTION = "/kantoor/logboek", "/kantoor/bewaartermijnen"


def write_lines(board: Board, numbers: range) -> None:
    """Lines with these numbers in both logs; three at a time share their moment."""
    begin = clock.now() - timedelta(days=1)
    school = board.schools["regenboog"]
    with session_scope(board.engine) as session:
        for number in numbers:
            at = begin + timedelta(seconds=number // 3)
            line = {"at": at, "actor": "aanvrager", "school_id": school}
            session.add(OfficeLog(**line, kind=f"regel_{number}", data={}))
            about = {"actor_name": "Els", "request_id": uuid4(), "what": f"bekeken_{number}"}
            session.add(ReadingLog(**line, **about))


def link(page: str, rel: str, field: str) -> str | None:
    """The address of the link to the next or previous page of one list."""
    found = re.search(rf'rel="{rel}" href="([^"]*#{field})"', page)
    return html.unescape(found[1]) if found else None


def numbers(page: str, pattern: str) -> list[int]:
    return [int(number) for number in re.findall(pattern, page)]


@pytest.mark.parametrize(
    ("field", "pattern"), [("gedaan", r"regel (\d+)"), ("bekeken", r"bekeken_(\d+)")]
)
def test_every_line_is_on_one_page_on_the_way_there_and_back(
    board: Board, field: str, pattern: str
) -> None:
    write_lines(board, range(450))
    fg, address, there = board.browser("fg"), LOG, []
    while address:
        page = fg.get(address).text
        there.append(numbers(page, pattern))
        address = link(page, "next", field)
    assert sorted(number for lines in there for number in lines) == list(range(450))
    assert [len(lines) for lines in there] == [200, 200, 50]
    back = fg.get(link(page, "prev", field)).text
    assert numbers(back, pattern) == there[1]
    first = fg.get(link(back, "prev", field)).text
    assert numbers(first, pattern) == there[0]
    assert link(first, "prev", field) is None


def test_new_lines_do_not_move_a_page(board: Board) -> None:
    write_lines(board, range(300))
    fg = board.browser("fg")
    older = link(fg.get(LOG).text, "next", "gedaan")
    before = numbers(fg.get(older).text, r"regel (\d+)")
    write_lines(board, range(300, 320))
    assert numbers(fg.get(older).text, r"regel (\d+)") == before


def test_the_other_list_stays_where_it_was(board: Board) -> None:
    write_lines(board, range(300))
    fg = board.browser("fg")
    first = fg.get(LOG).text
    second = fg.get(link(first, "next", "bekeken")).text
    both = fg.get(link(second, "next", "gedaan")).text
    assert numbers(both, r"bekeken_(\d+)") == numbers(second, r"bekeken_(\d+)")
    assert numbers(both, r"regel (\d+)") != numbers(second, r"regel (\d+)")


def test_a_page_shows_no_lines_of_another_school(board: Board) -> None:
    write_lines(board, range(300))
    older = link(board.browser("fg").get(LOG).text, "next", "gedaan")
    assert numbers(board.browser("fg_elders").get(older).text, r"regel (\d+)") == []


@pytest.mark.parametrize("place", ["ouder", "ouder~1.x", "nieuwer~", "~", "ouder~0." + "0" * 32])
def test_an_address_that_names_no_line_shows_the_newest(board: Board, place: str) -> None:
    write_lines(board, range(4))
    page = board.browser("fg").get(LOG, params={"gedaan": place}).text
    assert sorted(numbers(page, r"regel (\d+)")) == [0, 1, 2, 3]


def test_proofs_of_destruction_have_pages_too(board: Board) -> None:
    day = date(2026, 1, 5)
    fixed = {"kind": "inzage", "received_on": day, "closed_on": day, "action": "verwijderen"}
    with session_scope(board.engine) as session:
        for number in range(1, 251):
            at = clock.now() - timedelta(minutes=number)
            proof = {"request_id": uuid4(), "school_id": board.schools["regenboog"]}
            session.add(Destruction(**fixed, **proof, at=at, months=1000 + number))
    manager = board.browser("beheerder_bestuur")
    # A term that is refused shows the same page at another address.
    refused = manager.post(f"{RETENTION}/klacht", data={"maanden": "0"}).text
    assert numbers(refused, r"(\d{4}) maanden") == list(range(1001, 1201))
    older = link(refused, "next", "vernietigd")
    assert older.startswith(RETENTION)
    assert numbers(manager.get(older).text, r"(\d{4}) maanden") == list(range(1201, 1251))
