"""The list of requests: filtered, in pages that do not move, and without names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.db.session import session_scope
from bot.requests.events import record
from bot.requests.models import Request
from tests.support.requests import NOW
from tests.support.systems import API, Systems


def listed(systems: Systems, **query) -> dict:
    answer = systems.client("lezer").get(f"{API}/requests", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def references(page: dict) -> list[str]:
    return [request["reference"] for request in page["requests"]]


@pytest.fixture
def many(systems: Systems) -> list[str]:
    """Seven requests of our school, two of them received at the same moment, oldest first."""
    made = [systems.file(requester_name=f"Ouder {letter}") for letter in "ABCDEF"]
    with session_scope(systems.engine) as session:
        for days, reference in enumerate(made[:5]):
            request = session.scalars(select(Request).where(Request.reference == reference)).one()
            request.received_at = NOW + timedelta(days=days + 1)
    return listed(systems)["requests"]


def test_pages_of_two_give_every_request_once_and_in_order(systems: Systems, many) -> None:
    got, cursor = [], None
    while True:
        page = listed(systems, limit=2, **({"cursor": cursor} if cursor else {}))
        assert len(page["requests"]) <= 2
        got += references(page)
        if (cursor := page["next"]) is None:
            break
    assert got == [request["reference"] for request in many]
    assert len(got) == 7


def test_a_page_does_not_move_when_something_is_filed_and_changed_in_between(
    systems: Systems, many
) -> None:
    first = listed(systems, limit=3)
    systems.work("beginnen", first["requests"][0]["reference"])
    systems.file(requester_name="Ouder Z")
    second = listed(systems, limit=3, cursor=first["next"])
    assert references(first) + references(second) == [r["reference"] for r in many[:6]]


def test_the_last_page_that_is_just_full_has_no_next(systems: Systems, many) -> None:
    assert listed(systems, limit=7)["next"] is None
    assert listed(systems, limit=6)["next"] is not None


@pytest.mark.parametrize(
    ("state", "count"), [("open", 2), ("ontvangen", 1), ("in_behandeling", 1), ("afgehandeld", 1)]
)
def test_a_state_filters(systems: Systems, state: str, count: int) -> None:
    done = systems.file(requester_name="Ouder A")
    systems.file(requester_name="Ouder B")
    systems.work("beginnen", done)
    systems.work("toewijzen", done)
    systems.work("beginnen")
    assert len(listed(systems, state=state)["requests"]) == count
    assert len(listed(systems)["requests"]) == 3


def test_a_kind_filters(systems: Systems) -> None:
    complaint = systems.file("klacht")
    assert references(listed(systems, kind="klacht")) == [complaint]


def test_what_changed_since_a_moment_is_found_also_at_that_moment(systems: Systems) -> None:
    later = systems.file("klacht")
    with session_scope(systems.engine) as session:
        request = session.scalars(select(Request).where(Request.reference == later)).one()
        record(session, request, at=NOW + timedelta(hours=1), actor="systeem", kind="notitie")
    changed = listed(systems, kind="klacht")["requests"][0]["updated_at"]
    assert references(listed(systems, updated_since=changed)) == [later]
    other_zone = changed.replace("Z", "+00:00")
    assert references(listed(systems, updated_since=other_zone)) == [later]
    assert listed(systems, updated_since="2030-01-01T00:00:00+01:00")["requests"] == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:60-12:00"])
def test_a_moment_at_the_edge_of_the_calendar_is_no_error(systems: Systems, moment: str) -> None:
    assert len(listed(systems, updated_since=moment)["requests"]) == (moment[0] == "0")


def test_the_list_names_nobody_and_is_not_in_the_reading_log(systems: Systems) -> None:
    answer = systems.client("lezer").get(f"{API}/requests")
    assert "Sanne" not in answer.text
    assert "mo@" not in answer.text


def test_what_was_made_anonymous_is_not_listed(systems: Systems) -> None:
    with session_scope(systems.engine) as session:
        for request in session.scalars(select(Request)):
            request.anonymised_on = NOW.date()
    assert listed(systems)["requests"] == []


@pytest.mark.parametrize(
    "query",
    [
        "staat=open",
        "state=klaar",
        "kind=",
        "limit=0",
        "limit=201",
        "limit=veel",
        "cursor=abc",
        "updated_since=gisteren",
        "updated_since=1795514400",
        "updated_since=2026-11-24",
        "updated_since=2026-13-24T09:00:00Z",
    ],
)
def test_a_filter_that_means_nothing_is_refused_and_not_repeated(
    systems: Systems, query: str
) -> None:
    answer = systems.client("lezer").get(f"{API}/requests?{query}")
    assert answer.status_code == 422
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert [part["where"].split(":")[0] for part in problem["errors"]] == ["zoekterm"]
    assert query.split("=")[1] not in problem["errors"][0]["message"].split() or query == "kind="
    assert problem["errors"][0]["where"] != "staat"
