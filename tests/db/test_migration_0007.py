"""Events from before the order existed get a place: by moment, and of one request in sequence."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.db.engine import make_engine
from bot.db.schema import downgrade, upgrade

# (request, sequence, moment): the second event of `a` was written by a clock that was behind.
EVENTS = [
    ("a", 1, "2026-11-23 10:00:00"),
    ("a", 2, "2026-11-23 09:00:00"),
    ("b", 1, "2026-11-23 08:00:00"),
    ("b", 2, "2026-11-23 11:00:00"),
]
_REQUEST = {
    "kind": "inzage",
    "state": "ontvangen",
    "received_at": "2026-11-23 10:00:00",
    "received_on": "2026-11-23",
    "due_on": "2026-12-23",
    "created_at": "2026-11-23 10:00:00",
    "updated_at": "2026-11-23 10:00:00",
    **dict.fromkeys(("due_steps", "pauses", "checklist"), "[]"),
    **dict.fromkeys(("relation", "standing", "child_name", "school"), "x"),
    **dict.fromkeys(("requester_name", "requester_email", "details"), "x"),
    "version": 2,
}


@pytest.fixture
def old_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/old.db"
    upgrade(url, "0006")
    ids = {name: uuid.uuid4().hex for name in "ab"}
    engine = make_engine(url)
    with engine.begin() as connection:
        for name, identifier in ids.items():
            row = _REQUEST | {"id": identifier, "reference": name, "filing_key": name}
            names = ", ".join(row)
            statement = f"INSERT INTO request ({names}) VALUES (:{', :'.join(row)})"
            connection.execute(text(statement), row)
        for name, sequence, at in EVENTS:
            connection.execute(
                text("INSERT INTO request_event VALUES (:id, :sequence, :at, 'x', 'x', '{}')"),
                {"id": ids[name], "sequence": sequence, "at": at},
            )
    engine.dispose()
    return url


def rows(url: str, query: str) -> list[tuple]:
    engine = make_engine(url)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    return found


def test_earlier_events_are_numbered_and_the_next_number_follows(old_url: str) -> None:
    upgrade(old_url, "0007")
    order = (
        "SELECT reference, sequence FROM event_place JOIN request ON request.id = request_id "
        "ORDER BY position"
    )
    assert rows(old_url, order) == [("b", 1), ("a", 1), ("a", 2), ("b", 2)]
    assert rows(old_url, "SELECT last FROM event_counter") == [(4,)]


def test_the_way_back_keeps_the_events(old_url: str) -> None:
    upgrade(old_url, "0007")
    downgrade(old_url, "0006")
    assert rows(old_url, "SELECT count(*) FROM request_event") == [(4,)]
