"""Proof of destruction for other systems: of their own school, in pages, and without names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot import clock
from bot.db.session import session_scope
from bot.destruction.due import Due
from bot.destruction.erase import erase
from bot.destruction.terms import DELETE, Term
from bot.requests.models import Request
from tests.support.systems import API, Systems

PATH = f"{API}/destructions"
AT = datetime(2026, 2, 6, 2, tzinfo=UTC)


def listed(systems: Systems, **query: object) -> dict:
    answer = systems.client("lezer").get(PATH, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page: dict) -> list[str]:
    return [proof["request_id"] for proof in page["destructions"]]


def test_a_request_that_was_erased_is_proved_under_the_id_that_it_had(systems: Systems) -> None:
    known = systems.client("lezer").get(systems.ours).json()["request_id"]
    with session_scope(systems.engine) as session:
        wanted = Request.reference == systems.references["regenboog"]
        request = session.scalars(select(Request).where(wanted)).one()
        request.closed_at, request.state = request.received_at, "afgehandeld"
        erase(session, Due(request, Term(24, DELETE), clock.today()), AT)
    (proof,) = listed(systems)["destructions"]
    assert (proof["request_id"], proof["months"], proof["action"]) == (known, 24, "verwijderen")
    assert proof["destroyed_at"] == "2026-02-06T02:00:00Z"
    assert systems.client("lezer").get(systems.ours).status_code == 404
    assert "Sanne" not in str(proof)


def test_pages_give_every_proof_once_oldest_first_though_moments_are_the_same(
    systems: Systems,
) -> None:
    made = [str(systems.destroy(at=AT + timedelta(days=number // 3))) for number in range(7)]
    got, query = [], {"limit": 2}
    while "cursor" not in query or query["cursor"]:
        page = listed(systems, **query)
        got.append(ids(page))
        query["cursor"] = page["next"]
    assert [len(page) for page in got] == [2, 2, 2, 1]
    flat = [one for page in got for one in page]
    assert [set(flat[:3]), set(flat[3:6]), flat[6:]] == [set(made[:3]), set(made[3:6]), made[6:]]


def test_only_what_was_destroyed_since_a_moment_is_given(systems: Systems) -> None:
    systems.destroy(at=AT)
    later = systems.destroy(at=AT + timedelta(days=1))
    since = (AT + timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    assert ids(listed(systems, destroyed_since=since)) == [str(later)]


@pytest.mark.parametrize("persona", ["schrijver", "lezer"])
def test_every_key_of_the_school_reads_them_and_no_other_does(
    systems: Systems, persona: str
) -> None:
    gone = str(systems.destroy())
    theirs = str(systems.destroy("ster"))
    page = systems.client(persona).get(PATH).json()
    assert ids(page) == [gone]
    assert ids(systems.client("schrijver_elders").get(PATH).json()) == [theirs]
    for stranger in ("ingetrokken", None):
        answer = systems.client(stranger).get(PATH)
        assert answer.status_code == 401
        assert gone not in answer.text


@pytest.mark.parametrize(
    "query", ["cursor=1.x", "limit=0", "limit=201", "destroyed_since=gisteren", "state=open"]
)
def test_what_cannot_be_asked_is_refused(systems: Systems, query: str) -> None:
    assert systems.client("lezer").get(f"{PATH}?{query}").status_code == 422
