"""Requests that were filed before the office existed keep everything and get what is new."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.db.engine import make_engine
from bot.db.schema import downgrade, upgrade

ROW = {
    "filing_key": "f",
    "state": "afgehandeld",
    "outcome": "ingetrokken",
    "received_at": "2026-11-23 10:00:00",
    "received_on": "2026-11-23",
    "due_on": "2026-12-21",
    "due_steps": json.dumps(
        [
            {"rule": "ontvangst", "day": "2026-11-23", "why_nl": "-"},
            {"rule": "weken", "day": "2026-12-21", "why_nl": "-"},
        ]
    ),
    "relation": "verzorger",
    "standing": "allowed",
    "child_name": "Sanne",
    "school": "De Regenboog",
    "requester_name": "Mo",
    "requester_email": "mo@voorbeeld.nl",
    "details": "{}",
    "created_at": "2026-11-23 10:00:00",
    "updated_at": "2026-11-24 11:00:00",
}


@pytest.fixture
def old_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/old.db"
    upgrade(url, "0001")
    engine = make_engine(url)
    identifier = uuid.uuid4().hex
    row = ROW | {"id": identifier, "kind": "klacht", "reference": "DW-K7MH3-9XQ47"}
    columns = ", ".join(row)
    with engine.begin() as connection:
        connection.execute(
            text(f"INSERT INTO request ({columns}) VALUES (:{', :'.join(row)})"), row
        )
        connection.execute(
            text("INSERT INTO request_event VALUES (:id, 1, :at, 'aanvrager', 'ontvangen', '{}')"),
            {"id": identifier, "at": "2026-11-23 10:00:00"},
        )
    engine.dispose()
    return url


def values(url: str, columns: str) -> tuple:
    engine = make_engine(url)
    with engine.connect() as connection:
        row = connection.execute(text(f"SELECT {columns} FROM request")).one()
        events = connection.execute(text("SELECT count(*) FROM request_event")).scalar_one()
    engine.dispose()
    return (*row, events)


def test_an_earlier_complaint_keeps_its_events_and_gets_its_weeks_and_closing(old_url) -> None:
    upgrade(old_url, "0003")
    columns = "child_name, complaint_term_weeks, pauses, checklist, version"
    assert values(old_url, columns) == ("Sanne", 4, "[]", "[]", 1, 1)
    assert values(old_url, "closed_at")[0].startswith("2026-11-24 11:00:00")


def test_the_way_back_keeps_the_request_and_its_events(old_url) -> None:
    upgrade(old_url)
    downgrade(old_url, "0001")
    assert values(old_url, "reference") == ("DW-K7MH3-9XQ47", 1)
