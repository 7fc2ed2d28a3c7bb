"""The register for other systems: the same rows as JSON and as CSV, and no names."""

from __future__ import annotations

import csv
import io

from sqlalchemy import select

from bot.audit.models import OfficeLog
from bot.db.session import session_scope
from bot.requests.register import COLUMNS
from tests.support.systems import API, Systems


def test_json_and_csv_hold_the_same_rows(systems: Systems) -> None:
    systems.file("klacht")
    systems.work("beginnen")
    client = systems.client("lezer")
    rows = client.get(f"{API}/register").json()["rows"]
    answer = client.get(f"{API}/register.csv")
    text = answer.content.decode("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(text), delimiter=";")) == rows
    assert {row["soort"] for row in rows} == {"inzage", "klacht"}
    assert tuple(rows[0]) == COLUMNS
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]


def test_fetching_it_is_written_down_under_the_name_of_the_key(systems: Systems) -> None:
    systems.client("lezer").get(f"{API}/register.csv")
    with session_scope(systems.engine) as session:
        log = session.scalars(select(OfficeLog)).one()
    assert (log.actor, log.kind) == ("api:lezer", "register_opgehaald")
