"""What stood plain in an earlier database is encrypted in place, and the way back reads it again."""

from __future__ import annotations

import json
import uuid
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text, true

from bot.db.engine import make_engine
from bot.db.schema import downgrade, upgrade
from bot.db.session import session_scope
from bot.people.models import Account, email_hash
from bot.requests.models import Request, RequestEvent
from bot.requests.worklist import Filters, find_requests
from tests.support.dump import stolen_dump

ROW = {
    "reference": "DW-K7MH3-9XQ47",
    "filing_key": "f",
    "kind": "inzage",
    "state": "ontvangen",
    "received_at": "2026-11-23 10:00:00",
    "received_on": "2026-11-23",
    "due_on": "2026-12-23",
    "due_steps": "[]",
    "pauses": "[]",
    "checklist": "[]",
    "version": 1,
    "relation": "verzorger",
    "standing": "allowed",
    "child_name": "Sanne",
    "child_birth_date": "2016-03-12",
    "school": "De Regenboog",
    "requester_name": "Mo Amrani",
    "requester_email": "mo@voorbeeld.nl",
    "details": json.dumps({"subject": "geheim"}),
    "created_at": "2026-11-23 10:00:00",
    "updated_at": "2026-11-24 11:00:00",
}
PERSONAL = ("Sanne", "Amrani", "mo@voorbeeld.nl", "2016-03-12", "geheim", "els@school.nl")


def insert(connection, table: str, row: dict) -> None:
    columns = ", ".join(row)
    connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES (:{', :'.join(row)})"), row)


@pytest.fixture
def old_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/old.db"
    upgrade(url, "0005")
    engine = make_engine(url)
    identifier = uuid.uuid4().hex
    event = {"sequence": 1, "at": "2026-11-23 10:00:00", "actor": "x", "kind": "notitie"}
    account = {"id": uuid.uuid4().hex, "email": "els@school.nl", "name": "Els"}
    with engine.begin() as connection:
        insert(connection, "request", ROW | {"id": identifier})
        data = json.dumps({"why": "geheim"})
        insert(connection, "request_event", event | {"request_id": identifier, "data": data})
        rest = {"must_change_password": 0, "totp_last_step": 0, "recovery_hashes": "[]"}
        insert(connection, "account", account | rest | {"created_at": "2026-11-23 10:00:00"})
    engine.dispose()
    return url


def test_everything_is_read_as_before_and_nothing_can_be_read_in_the_file(old_url: str) -> None:
    upgrade(old_url)
    engine = make_engine(old_url)
    stolen = stolen_dump(engine)
    with session_scope(engine) as session:
        request = session.scalars(select(Request)).one()
        assert (request.child_name, request.child_birth_date) == ("Sanne", date(2016, 3, 12))
        assert request.details == {"subject": "geheim"}
        assert session.scalars(select(RequestEvent)).one().data == {"why": "geheim"}
        query = select(Account.name).where(Account.email_hash == email_hash("Els@school.nl"))
        assert session.scalar(query) == "Els"
        found = find_requests(session, true(), Filters(search="amr"), today=date(2026, 11, 24))
        assert found.total == 1
    engine.dispose()
    assert [word for word in PERSONAL if word in stolen] == []


def test_the_way_back_makes_it_plain_again(old_url: str) -> None:
    upgrade(old_url)
    downgrade(old_url, "0005")
    engine = make_engine(old_url)
    plain = stolen_dump(engine)
    with engine.connect() as connection:
        stored = connection.execute(text("SELECT details, child_birth_date FROM request")).one()
    engine.dispose()
    assert stored == (ROW["details"], ROW["child_birth_date"])
    assert [word for word in PERSONAL if word not in plain] == []
