"""One request with everything in it: complete, and every reading is written down."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.audit.models import ReadingLog
from bot.db.session import session_scope
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from tests.support.systems import API, Systems


def readings(systems: Systems) -> list[tuple]:
    with session_scope(systems.engine) as session:
        columns = (ReadingLog.actor, ReadingLog.actor_name, ReadingLog.what, ReadingLog.school_id)
        return [tuple(row) for row in session.execute(select(*columns))]


def test_a_request_is_told_whole(systems: Systems) -> None:
    told = systems.client("lezer").get(systems.ours).json()
    assert told["child"] == {
        "name": "Sanne de Vries",
        "birth_date": "2016-03-12",
        "group": "groep 6",
    }
    assert told["requester"]["email"] == "mo@voorbeeld.nl"
    assert told["asked"][0] == {
        "key": "subject",
        "label": "Waar het over gaat",
        "answer": "Het hele dossier",
    }
    assert told["deadline_explained"].startswith("Ontvangen op 23 november 2026")
    assert (told["state"], told["can_become"]) == ("ontvangen", ["in_behandeling"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_read(systems: Systems, kind: str) -> None:
    reference = systems.file(kind, requester_name="Iemand Anders")
    told = systems.client("lezer").get(f"{API}/requests/{reference}")
    assert told.status_code == 200
    assert told.json()["requester"]["name"] == "Iemand Anders"


def test_every_reading_is_in_the_log_under_the_name_of_the_key(systems: Systems) -> None:
    for _ in range(2):
        systems.client("lezer").get(systems.ours)
    with session_scope(systems.engine) as session:
        school_id = session.scalars(
            select(Request.school_id).where(Request.reference == systems.references["regenboog"])
        ).one()
    assert readings(systems) == [("api:lezer", "koppeling “lezer”", "verzoek", school_id)] * 2


@pytest.mark.parametrize(
    "path", ["/requests", "/events", "/register", "/register.csv", "/destructions"]
)
def test_what_names_nobody_is_not_in_the_log(systems: Systems, path: str) -> None:
    answer = systems.client("lezer").get(f"{API}{path}")
    for personal in ("Sanne", "Amrani", "mo@", "31612345678", "hele dossier", "2016-03-12"):
        assert personal not in answer.text
    assert readings(systems) == []


@pytest.mark.parametrize("persona", ["schrijver_elders", "ingetrokken", None])
def test_who_gets_nothing_is_not_in_the_log(systems: Systems, persona: str | None) -> None:
    systems.client(persona).get(systems.ours)
    assert readings(systems) == []


def test_what_was_made_anonymous_cannot_be_read(systems: Systems) -> None:
    with session_scope(systems.engine) as session:
        for request in session.scalars(select(Request)):
            request.anonymised_on = request.received_on
    assert systems.client("lezer").get(systems.ours).status_code == 404


@pytest.mark.parametrize("reference", ["DW-K7MH3", "dw-k7mh3-9xq47", "DW-00000-00000", "%00"])
def test_what_is_no_reference_is_refused(systems: Systems, reference: str) -> None:
    answer = systems.client("lezer").get(f"{API}/requests/{reference}")
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"where": "adres: reference", "message": "Deze tekst heeft niet de vorm die hier hoort."}
    ]
