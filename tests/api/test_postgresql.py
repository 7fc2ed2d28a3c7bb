"""On PostgreSQL writers work at the same time: what SQLite cannot show."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.db.session import session_scope
from bot.requests.events import record
from bot.requests.models import Request
from tests.support.requests import NOW
from tests.support.systems import API, Systems, make_systems


@pytest.fixture(scope="module")
def systems_there(postgresql: Engine) -> Systems:
    return make_systems(postgresql)


def happened(systems: Systems, after: int) -> tuple[list[tuple[str, int]], int]:
    page = systems.client("lezer").get(f"{API}/events?after={after}").json()
    return [(event["reference"], event["sequence"]) for event in page["events"]], page["next"]


def write(session: Session, reference: str) -> None:
    request = session.scalars(select(Request).where(Request.reference == reference)).one()
    record(session, request, at=NOW, actor="systeem", kind="notitie")


def test_who_commits_after_a_later_writer_is_not_missed(systems_there: Systems) -> None:
    early, late = (systems_there.file(requester_name=f"Ouder {name}") for name in "AB")
    _, place = happened(systems_there, 0)
    with session_scope(systems_there.engine) as slow:
        write(slow, early)
        with session_scope(systems_there.engine) as quick:
            write(quick, late)
        seen, place = happened(systems_there, place)
        assert seen == [(late, 2)]
    assert happened(systems_there, place)[0] == [(early, 2)]


def test_two_readers_at_once_give_every_event_one_place(systems_there: Systems) -> None:
    _, place = happened(systems_there, 0)
    written = systems_there.file("klacht")
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda _: happened(systems_there, place), range(4)))
    assert pages == [([(written, 1)], place + 1)] * 4


def test_the_first_calls_of_a_key_may_come_together(systems_there: Systems) -> None:
    address = f"{API}/requests/{systems_there.references['ster']}"
    clients = [systems_there.client("schrijver_elders") for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda client: client.get(address), clients))
    assert [answer.status_code for answer in answers] == [200] * 4


def test_of_systems_that_change_the_same_version_at_once_one_succeeds(
    systems_there: Systems,
) -> None:
    body = {"state": "in_behandeling", "version": systems_there.version()}
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(
                lambda _: systems_there.client().post(f"{systems_there.ours}/state", json=body),
                range(4),
            )
        )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


def test_pages_follow_each_other(systems_there: Systems) -> None:
    client, got, cursor = systems_there.client("lezer"), [], ""
    while cursor is not None:
        page = client.get(f"{API}/requests?limit=1{cursor and '&cursor=' + cursor}").json()
        got += [request["reference"] for request in page["requests"]]
        cursor = page["next"]
    every = client.get(f"{API}/requests").json()["requests"]
    assert got == [request["reference"] for request in every]
    assert len(got) > 1
