"""Changing a state: facts from outside yes, decisions and letters no, and never over another."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import select

from bot.api.problems import Refused
from bot.api.steps import OUTSIDE, can_become, outside_move
from bot.db.session import session_scope
from bot.handling.moves import MOVES
from bot.requests.models import Request, RequestEvent
from bot.requests.workflow import STATES, TRANSITIONS
from tests.support.systems import Systems

WORKED = {
    "ontvangen": (),
    "identiteit_controleren": ("identiteit_vragen",),
    "in_behandeling": ("beginnen",),
    "wacht_op_aanvrager": ("vraag_stellen",),
    "afgehandeld": ("beginnen", "toewijzen"),
}
ALLOWED = {
    ("ontvangen", "in_behandeling"),
    ("identiteit_controleren", "in_behandeling"),
    ("wacht_op_aanvrager", "in_behandeling"),
}


def bring_to(systems: Systems, state: str) -> None:
    for move in WORKED[state]:
        systems.work(move)


def change(systems: Systems, state: str, version: int | None = None, **more):
    body = {"state": state, "version": version or systems.version(), **more}
    return systems.client().post(f"{systems.ours}/state", json=body)


def slug(answer) -> str:
    return answer.json()["type"].rsplit("#fout-", 1)[1]


@pytest.mark.parametrize("to", STATES)
@pytest.mark.parametrize("start", STATES)
def test_every_step_works_or_is_refused_with_its_reason(
    systems: Systems, start: str, to: str
) -> None:
    bring_to(systems, start)
    before = systems.client().get(systems.ours).json()
    answer = change(systems, to)
    after = systems.client().get(systems.ours).json()
    if (start, to) in ALLOWED:
        assert answer.status_code == 200
        assert to in before["can_become"]
        assert (after["state"], after["version"]) == (to, answer.json()["version"])
        return
    assert answer.status_code == 409
    assert to not in before["can_become"]
    assert after == before
    expected = "brief-nodig" if (start, to) in TRANSITIONS else "stap"
    assert slug(answer) == (
        "alleen-kantoor"
        if start == "afgehandeld" == before["state"] and to == "in_behandeling"
        else expected
    )


def test_no_move_with_a_letter_or_a_decision_is_open_to_a_system() -> None:
    for key in OUTSIDE:
        assert MOVES[key].letter is None
        assert MOVES[key].outcome is None
    assert can_become("afgehandeld") == []


def test_the_reason_for_a_letter_names_the_letters_and_the_way_to_the_office() -> None:
    with pytest.raises(Refused) as refused:
        outside_move("DW-K7MH3-9XQ47", "in_behandeling", "afgehandeld")
    detail = refused.value.detail_nl
    assert "Toewijzing, Gedeeltelijke toewijzing, Afwijzing" in detail
    assert detail.endswith("/kantoor/verzoek/DW-K7MH3-9XQ47")


def test_the_event_names_the_system_and_its_reason(systems: Systems) -> None:
    assert change(systems, "in_behandeling", reason=" Begonnen in ons systeem. ").is_success
    with session_scope(systems.engine) as session:
        query = select(RequestEvent).where(RequestEvent.kind == "status_gewijzigd")
        event = session.scalars(query).one()
    assert event.actor == "api:schrijver"
    assert event.data["why"] == "Begonnen in ons systeem."


def test_a_clear_identity_lets_the_clock_run_again(systems: Systems) -> None:
    bring_to(systems, "identiteit_controleren")
    with session_scope(systems.engine) as session:
        query = select(Request).where(Request.reference == systems.references["regenboog"])
        session.scalars(query).one().pauses = [["2026-11-24", None]]
    answer = change(systems, "in_behandeling")
    assert answer.status_code == 200
    assert answer.json()["stands_still"] is False


def test_an_old_version_changes_nothing_and_tells_the_new_one(systems: Systems) -> None:
    read = systems.version()
    systems.work("bevestigen")
    answer = change(systems, "in_behandeling", version=read)
    assert (answer.status_code, slug(answer)) == (409, "versie")
    assert answer.json()["version"] == systems.version() > read
    assert systems.client().get(systems.ours).json()["state"] == "ontvangen"


def test_of_systems_that_change_the_same_version_at_once_one_succeeds(systems: Systems) -> None:
    version, together, statuses = systems.version(), threading.Barrier(4), []

    def try_it() -> None:
        together.wait()
        statuses.append(change(systems, "in_behandeling", version=version).status_code)

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 409, 409, 409]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"state": "in_behandeling"}, "inhoud: version"),
        ({"state": "weg", "version": 1}, "inhoud: state"),
        ({"state": "in_behandeling", "version": "1"}, "inhoud: version"),
        ({"state": "in_behandeling", "version": True}, "inhoud: version"),
        ({"state": "in_behandeling", "version": 1, "outcome": "toegewezen"}, "inhoud"),
        ({"state": "in_behandeling", "version": 1, "reason": "a\x00b"}, "inhoud: reason"),
        ({"state": "in_behandeling", "version": 1, "reason": "a" * 501}, "inhoud: reason"),
        ([], "inhoud"),
    ],
)
def test_a_body_that_does_not_fit_is_refused(systems: Systems, body, where: str) -> None:
    answer = systems.client().post(f"{systems.ours}/state", json=body)
    assert answer.status_code == 422
    assert [part["where"] for part in answer.json()["errors"]] == [where]
