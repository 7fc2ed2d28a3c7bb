"""Pages of the worklist: in order of their last day, from an index, and no page beyond the last."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event, true
from sqlalchemy.orm import Session

from bot.requests import worklist
from bot.requests.models import Request
from bot.requests.references import part_of_reference
from bot.requests.worklist import Filters, find_requests
from tests.support.office import TODAY, do, file_at, make_school


@pytest.fixture
def three(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """Two to a page; the first filed is due last."""
    monkeypatch.setattr(worklist, "PAGE_SIZE", 2)
    school = make_school(session)
    names = ("Sanne Een", "Sanne Twee", "Sanne Drie")
    made = [file_at(session, school, child_name=name) for name in names]
    for late, request in enumerate(made):
        request.due_on -= timedelta(days=late)
    session.flush()
    return made


@pytest.mark.parametrize("search", ["", "sanne"])
@pytest.mark.parametrize(
    ("page", "places", "is_page"), [(1, (2, 1), 1), (2, (0,), 2), (9, (0,), 2), (-3, (2, 1), 1)]
)
def test_a_page_holds_what_is_due_next(session, three, search, page, places, is_page) -> None:
    found = find_requests(session, true(), Filters(search=search), today=TODAY, page=page)
    assert [one.id for one in found.requests] == [three[place].id for place in places]
    assert (found.total, found.page, found.pages) == (3, is_page, 2)


def test_what_is_closed_is_shown_when_it_is_asked_for(session, three) -> None:
    do(session, three[0], "intrekking_vastleggen")
    counts = {
        state: find_requests(session, true(), Filters(state=state), today=TODAY).total
        for state in ("open", "alle", "afgehandeld", "ontvangen")
    }
    assert counts == {"open": 2, "alle": 3, "afgehandeld": 1, "ontvangen": 2}


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters(), "COVERING INDEX ix_request_open"),
        (Filters(kind="inzage"), "COVERING INDEX ix_request_open"),
        (Filters(assignee="niemand"), "COVERING INDEX ix_request_open"),
        # Whether a clock stands still is asked of the row itself.
        (Filters(due="week"), "INDEX ix_request_open"),
        (Filters(state="alle"), "COVERING INDEX ix_request_worklist"),
    ],
)
def test_a_page_comes_from_one_index_without_sorting(session, three, filters, index) -> None:
    statements: list[tuple[str, tuple]] = []
    connection = session.connection()

    def note(_connection, _cursor, statement, parameters, *_) -> None:
        statements.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    find_requests(session, true(), filters, today=TODAY)
    event.remove(connection, "before_cursor_execute", note)
    page = next(one for one in statements if "LIMIT" in one[0])
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {page[0]}", page[1]).all()
    said = " ".join(str(row) for row in plan)
    assert f"USING {index}" in said
    assert "TEMP B-TREE" not in said


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("k7mh", "K7MH"),
        (" DW-K7M ", "DW-K7M"),
        ("MH3-9X", "MH3-9X"),
        ("Chen", "CHEN"),
        ("Jansen", None),
        ("k7", None),
        ("K7%", None),
        ("K7MH 9XQ", None),
    ],
)
def test_only_what_references_are_made_of_can_be_a_part_of_one(typed, part) -> None:
    assert part_of_reference(typed) == part


def test_a_reference_is_found_whole_and_in_part(session, three) -> None:
    code = three[0].reference.removeprefix("DW-")
    for typed in (three[0].reference, code, code.lower(), code[:5], f"dw-{code[:3]}"):
        found = find_requests(session, true(), Filters(search=typed), today=TODAY)
        assert three[0].id in {one.id for one in found.requests}


def test_nothing_to_search_by_finds_nothing(session, three) -> None:
    assert find_requests(session, true(), Filters(search="%"), today=TODAY).total == 0
