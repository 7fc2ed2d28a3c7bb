"""Every operation, tried by every system: a key opens its own school and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from bot import clock
from bot.api import caller
from bot.api.models import ApiKey
from bot.db.session import session_scope
from bot.people.rate_limit import Limit
from tests.support.systems import API, Systems

READS = ("/requests", "/requests/{ours}", "/events", "/register", "/register.csv")
CHANGE = {"state": "in_behandeling", "version": 2}


def address(path: str, systems: Systems) -> str:
    return f"{API}{path.replace('{ours}', systems.references['regenboog'])}"


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize("persona", ["schrijver", "lezer"])
def test_a_key_of_our_school_reads_our_requests(path: str, persona: str, systems: Systems) -> None:
    answer = systems.client(persona).get(address(path, systems))
    assert answer.status_code == 200
    assert systems.references["regenboog"] in answer.text
    assert systems.references["ster"] not in answer.text


@pytest.mark.parametrize("path", READS)
def test_a_key_of_another_school_sees_nothing_of_ours(path: str, systems: Systems) -> None:
    answer = systems.client("schrijver_elders").get(address(path, systems))
    assert answer.status_code == (404 if "{ours}" in path else 200)
    assert systems.references["regenboog"] not in answer.text
    assert "Sanne" not in answer.text


@pytest.mark.parametrize("path", READS)
@pytest.mark.parametrize("persona", ["ingetrokken", None])
def test_without_a_key_that_works_nothing_opens(
    path: str, persona: str | None, systems: Systems
) -> None:
    answer = systems.client(persona).get(address(path, systems))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["type"].endswith("/api/v1/docs#fout-sleutel")
    assert systems.references["regenboog"] not in answer.text


@pytest.mark.parametrize(
    ("persona", "status"),
    [("lezer", 403), ("schrijver_elders", 404), ("ingetrokken", 401), (None, 401)],
)
def test_only_a_writing_key_of_our_school_changes_a_state(
    persona: str | None, status: int, systems: Systems
) -> None:
    answer = systems.client(persona).post(f"{systems.ours}/state", json=CHANGE)
    assert answer.status_code == status
    assert systems.client().get(systems.ours).json()["state"] == "ontvangen"


@pytest.mark.parametrize("header", ["Basic ZGl0OmRhdA==", "Bearer", "Bearer dwk_geraden", "dwk_x"])
def test_another_way_of_sending_a_key_opens_nothing(header: str, systems: Systems) -> None:
    answer = systems.client(None).get(f"{API}/requests", headers={"authorization": header})
    assert answer.status_code == 401


def test_a_key_in_the_address_opens_nothing(systems: Systems) -> None:
    answer = systems.client(None).get(f"{API}/requests?key={systems.keys['lezer']}")
    assert answer.status_code == 401
    assert systems.keys["lezer"] not in answer.text


def test_the_request_of_another_school_looks_as_one_that_does_not_exist(systems: Systems) -> None:
    theirs = systems.client().get(f"{API}/requests/{systems.references['ster']}")
    none = systems.client().get(f"{API}/requests/DW-33333-33333")
    assert theirs.status_code == none.status_code == 404
    assert theirs.content == none.content


def test_many_wrong_keys_are_stopped_and_right_ones_go_on(systems: Systems) -> None:
    stranger = systems.client(None)
    tries = [stranger.get(f"{API}/requests").status_code for _ in range(caller.WRONG_KEYS.tries)]
    assert set(tries) == {401}
    stopped = stranger.get(f"{API}/requests")
    assert stopped.status_code == 429
    assert int(stopped.headers["retry-after"]) >= 1
    assert systems.client().get(f"{API}/requests").status_code == 200


def test_a_key_that_asks_too_often_waits_and_goes_on(
    systems: Systems, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caller, "CALLS", Limit("api_calls", 3, timedelta(minutes=1)))
    with time_machine.travel(clock.now(), tick=False) as travel:
        asked = [systems.client("lezer").get(f"{API}/events") for _ in range(4)]
        assert [answer.status_code for answer in asked] == [200, 200, 200, 429]
        assert systems.client("schrijver").get(f"{API}/events").status_code == 200
        travel.shift(int(asked[-1].headers["retry-after"]))
        assert systems.client("lezer").get(f"{API}/events").status_code == 200


def test_the_office_sees_when_a_key_was_last_used(systems: Systems) -> None:
    before = clock.now()
    systems.client("lezer").get(f"{API}/events")
    with session_scope(systems.engine) as session:
        used = session.scalars(select(ApiKey.last_used_at).where(ApiKey.name == "lezer")).one()
        unused = select(ApiKey.last_used_at).where(ApiKey.name == "schrijver")
        assert session.scalars(unused).one() is None
    assert before <= used <= clock.now()
