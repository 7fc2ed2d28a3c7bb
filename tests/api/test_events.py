"""Events since: in one order, each once, and none missed by who remembers where it was."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from bot.db.session import session_scope
from bot.destruction.due import Due
from bot.destruction.erase import erase
from bot.destruction.terms import DELETE, Term
from bot.requests.editing import change_fields, move_to_school
from bot.requests.events import record
from bot.requests.models import Request, RequestEvent
from bot.schools.models import School
from tests.support.office import TODAY
from tests.support.requests import NOW
from tests.support.systems import API, Systems


def since(systems: Systems, after: int = 0, persona: str = "lezer", **query) -> dict:
    answer = systems.client(persona).get(f"{API}/events", params={"after": after, **query})
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(page: dict) -> list[tuple[str, int]]:
    return [(event["event"], event["sequence"]) for event in page["events"]]


def our_request(session, systems: Systems) -> Request:
    query = select(Request).where(Request.reference == systems.references["regenboog"])
    return session.scalars(query).one()


def test_events_come_in_order_and_once(systems: Systems) -> None:
    first = since(systems)
    assert names(first) == [("ontvangen", 1)]
    systems.work("beginnen")
    systems.work("toewijzen")
    second = since(systems, first["next"])
    assert names(second) == [
        ("status_gewijzigd", 2),
        ("status_gewijzigd", 3),
        ("brief_verstuurd", 4),
    ]
    assert second["events"][0]["data"] == {
        "from": "ontvangen",
        "to": "in_behandeling",
        "outcome": None,
    }
    assert since(systems, second["next"])["events"] == []
    assert since(systems, second["next"])["next"] == second["next"]


def test_pages_of_two_give_the_same_as_all_at_once(systems: Systems) -> None:
    for move in ("beginnen", "vraag_stellen", "antwoord_gekregen", "toewijzen"):
        systems.work(move)
    every, got, after = since(systems, limit=200)["events"], [], 0
    while True:
        page = since(systems, after, limit=2)
        got += page["events"]
        after = page["next"]
        if not page["more"]:
            break
    assert got == every
    assert len(got) > 4


def test_an_event_tells_who_in_general_and_never_why(systems: Systems) -> None:
    with session_scope(systems.engine) as session:
        change_fields(
            session,
            our_request(session, systems),
            {"group": "groep 7"},
            why="Sanne belde",
            actor="3fa85f64-5717-4562-b3fc-2c963f66afa6",
            at=NOW,
            today=TODAY,
        )
    page = since(systems)
    assert [event["by"] for event in page["events"]] == ["aanvrager", "medewerker"]
    assert page["events"][1]["data"] == {}
    assert "3fa85f64" not in str(page)


def test_a_system_knows_its_own_kind_of_change(systems: Systems) -> None:
    body = {"state": "in_behandeling", "version": systems.version()}
    systems.client().post(f"{systems.ours}/state", json=body)
    assert since(systems)["events"][-1]["by"] == "koppeling"


def test_events_of_other_schools_are_passed_over_and_not_asked_again(systems: Systems) -> None:
    place = since(systems)["next"]
    systems.work("beginnen", systems.references["ster"])
    page = since(systems, place)
    assert page["events"] == []
    assert page["next"] > place
    assert names(since(systems, place, "schrijver_elders")) == [("status_gewijzigd", 2)]


def test_the_new_school_of_a_request_hears_of_it_from_then_on(systems: Systems) -> None:
    ours, theirs = since(systems)["next"], since(systems, persona="schrijver_elders")["next"]
    with session_scope(systems.engine) as session:
        ster = session.scalars(select(School).where(School.slug == "ster")).one()
        move_to_school(session, our_request(session, systems), ster, actor="x", at=NOW)
    assert names(since(systems, theirs, "schrijver_elders")) == [("school_gewijzigd", 2)]
    assert since(systems, ours)["events"] == []


def test_a_writer_that_commits_late_is_not_missed(systems: Systems) -> None:
    """The reader comes while the first writer has not committed, and must not step over it."""
    place = since(systems)["next"]
    started, go_on = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with session_scope(systems.engine) as session:
            request = our_request(session, systems)
            record(session, request, at=NOW, actor="systeem", kind="te_laat")
            started.set()
            go_on.wait(10)

    writer = threading.Thread(target=write_slowly)
    writer.start()
    assert started.wait(10)
    reading = threading.Thread(target=lambda: got.append(since(systems, place)))
    got: list[dict] = []
    reading.start()
    go_on.set()
    reading.join()
    writer.join()
    events = got[0]["events"] + since(systems, got[0]["next"])["events"]
    assert [(event["event"], event["sequence"]) for event in events] == [("te_laat", 2)]


def test_a_poller_among_writers_gets_each_event_once_and_in_order(systems: Systems) -> None:
    references = [systems.file(requester_name=f"Ouder {letter}") for letter in "ABC"]
    got, place, finished = [], 0, False

    def write(reference: str) -> None:
        for _ in range(12):
            with session_scope(systems.engine) as session:
                query = select(Request).where(Request.reference == reference)
                request = session.scalars(query.with_for_update()).one()
                record(session, request, at=NOW, actor="systeem", kind="notitie")

    writers = [threading.Thread(target=write, args=(reference,)) for reference in references]
    for writer in writers:
        writer.start()
    while not finished:
        # Asked before the last page is read: what was written until then is on it.
        written_all = not any(writer.is_alive() for writer in writers)
        page = since(systems, place, limit=5)
        got, place = got + page["events"], page["next"]
        finished = written_all and not page["more"]
    ids = [event["event_id"] for event in got]
    assert len(ids) == len(set(ids))
    with session_scope(systems.engine) as session:
        written = session.execute(select(RequestEvent.request_id, RequestEvent.sequence)).all()
    every = {f"{row.request_id}:{row.sequence}" for row in written}
    theirs = {event["event_id"] for event in since(systems, persona="schrijver_elders")["events"]}
    assert every - theirs == set(ids)
    positions = [event["position"] for event in got]
    assert positions == sorted(set(positions))
    for request_id in {event["request_id"] for event in got}:
        own = [event["sequence"] for event in got if event["request_id"] == request_id]
        assert own == list(range(1, len(own) + 1))


def test_places_of_erased_events_are_not_given_again(systems: Systems) -> None:
    systems.work("beginnen")
    systems.work("toewijzen")
    place = since(systems)["next"]
    with session_scope(systems.engine) as session:
        request = our_request(session, systems)
        erase(session, Due(request, Term(24, DELETE), TODAY), NOW)
    systems.file("klacht")
    page = since(systems, place)
    assert names(page) == [("ontvangen", 1)]
    assert page["events"][0]["position"] > place


def test_a_place_beyond_the_last_is_told_and_not_waited_for(systems: Systems) -> None:
    answer = systems.client("lezer").get(f"{API}/events?after=1000000")
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("#fout-plek")


@pytest.mark.parametrize("query", ["after=-1", "after=2147483648", "after=x", "limit=0", "since=1"])
def test_a_place_that_is_no_number_is_refused(systems: Systems, query: str) -> None:
    assert systems.client("lezer").get(f"{API}/events?{query}").status_code == 422
