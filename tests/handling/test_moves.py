"""The moves agree with the workflow table, and only those of this moment are offered."""

from __future__ import annotations

from itertools import product

import pytest
from sqlalchemy.orm import Session

from bot.handling.moves import MOVES, possible_moves
from bot.handling.perform import situation
from bot.letters.kinds import LETTERS
from bot.requests.workflow import STATES, TRANSITIONS
from tests.support.office import TODAY, do, file_at, make_school

#: State and outcome -> what is offered on the day of receipt, to a request of `inzage`.
OFFERED = {
    ("ontvangen", None): {
        "bevestigen",
        "beginnen",
        "identiteit_vragen",
        "vraag_stellen",
        "verlengen",
        "niet_behandelen",
        "intrekking_vastleggen",
    },
    ("identiteit_controleren", None): {
        "bevestigen",
        "identiteit_duidelijk",
        "vraag_stellen",
        "verlengen",
        "niet_behandelen",
        "intrekking_vastleggen",
    },
    ("in_behandeling", None): {
        "bevestigen",
        "identiteit_vragen",
        "vraag_stellen",
        "verlengen",
        "toewijzen",
        "deels_toewijzen",
        "afwijzen",
        "niet_behandelen",
        "intrekking_vastleggen",
    },
    ("wacht_op_aanvrager", None): {
        "bevestigen",
        "identiteit_vragen",
        "antwoord_gekregen",
        "verlengen",
        "niet_behandelen",
        "intrekking_vastleggen",
    },
    ("afgehandeld", "toegewezen"): {"heropenen"},
    ("afgehandeld", "ingetrokken"): {"heropenen", "afsluiting_bevestigen"},
}


@pytest.mark.parametrize(("state", "outcome"), OFFERED)
def test_exactly_these_moves_are_offered(session: Session, state: str, outcome: str) -> None:
    request = file_at(session, make_school(session))
    request.state, request.outcome = state, outcome
    offered = {move.key for move in possible_moves(situation(session, request, TODAY))}
    assert offered == OFFERED[state, outcome]


def test_every_move_that_changes_the_state_is_in_the_workflow_table() -> None:
    wrong = [
        (move.key, start)
        for move in MOVES.values()
        for start in move.starts
        if move.to and move.outcome not in TRANSITIONS.get((start, move.to), ())
    ]
    assert wrong == []


def test_every_step_of_the_workflow_table_can_be_made_by_some_move() -> None:
    made = {(start, move.to, move.outcome) for move in MOVES.values() for start in move.starts}
    listed = {(*step, outcome) for step, outcomes in TRANSITIONS.items() for outcome in outcomes}
    assert listed <= made


def test_every_letter_goes_with_some_move() -> None:
    assert {move.letter for move in MOVES.values() if move.letter} == set(LETTERS)


@pytest.mark.parametrize(("key", "state"), list(product(MOVES, STATES)))
def test_a_move_is_never_offered_outside_its_states(session: Session, key: str, state: str) -> None:
    request = file_at(session, make_school(session))
    request.state = state
    offered = {move.key for move in possible_moves(situation(session, request, TODAY))}
    assert key not in offered or state in MOVES[key].starts


def test_a_confirmation_is_offered_once(session: Session) -> None:
    request = file_at(session, make_school(session))
    do(session, request, "bevestigen")
    offered = {move.key for move in possible_moves(situation(session, request, TODAY))}
    assert "bevestigen" not in offered


def test_a_complaint_cannot_be_extended(session: Session) -> None:
    request = file_at(session, make_school(session), kind="klacht")
    offered = {move.key for move in possible_moves(situation(session, request, TODAY))}
    assert "verlengen" not in offered


@pytest.mark.parametrize("kind", ["correctie", "verwijderen", "bezwaar"])
def test_recipients_can_be_reported_where_data_changed(session: Session, kind: str) -> None:
    request = file_at(session, make_school(session), kind=kind)
    do(session, request, "beginnen")
    offered = {move.key for move in possible_moves(situation(session, request, TODAY))}
    assert "doorgeven" in offered


def test_an_anonymised_request_can_no_longer_be_worked(session: Session) -> None:
    request = file_at(session, make_school(session))
    request.anonymised_on = TODAY
    assert possible_moves(situation(session, request, TODAY)) == []
