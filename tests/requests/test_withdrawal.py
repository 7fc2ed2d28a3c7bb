"""Taking a request back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.requests.lookup import NOT_FOUND_NL
from bot.requests.state_change import change_state
from bot.requests.withdrawal import withdraw
from bot.requests.workflow import StepRefused
from tests.support.requests import NOW, file

ADDRESS = "mo@voorbeeld.nl"
LATER = NOW + timedelta(days=1)


def test_a_withdrawn_request_is_closed_with_that_outcome_and_an_event(session: Session) -> None:
    request = file(session).request
    assert withdraw(session, request.reference, ADDRESS, LATER).result == "ingetrokken"
    session.refresh(request)
    assert (request.state, request.outcome) == ("afgehandeld", "ingetrokken")
    assert request.events[-1].actor == "aanvrager"
    assert request.events[-1].data == {
        "from": "ontvangen",
        "to": "afgehandeld",
        "outcome": "ingetrokken",
    }


def test_withdrawing_twice_changes_nothing_the_second_time(session: Session) -> None:
    request = file(session).request
    withdraw(session, request.reference, ADDRESS, LATER)
    assert withdraw(session, request.reference, ADDRESS, LATER).result == "was_ingetrokken"
    session.refresh(request)
    assert len(request.events) == 2


def test_a_request_that_is_done_cannot_be_withdrawn(session: Session) -> None:
    request = file(session).request
    change_state(session, request, "in_behandeling", at=NOW, actor="a")
    change_state(session, request, "afgehandeld", at=NOW, actor="a", outcome="toegewezen")
    assert withdraw(session, request.reference, ADDRESS, LATER).result == "was_afgehandeld"
    assert request.outcome == "toegewezen"


def test_another_address_withdraws_nothing_and_learns_nothing(session: Session) -> None:
    request = file(session).request
    unknown = withdraw(session, "DW-33333-33333", ADDRESS, LATER)
    wrong = withdraw(session, request.reference, "ander@voorbeeld.nl", LATER)
    assert wrong == unknown
    assert wrong.message_nl == NOT_FOUND_NL
    assert request.state == "ontvangen"


def test_a_refused_step_changes_nothing(session: Session) -> None:
    request = file(session).request
    with pytest.raises(StepRefused):
        change_state(session, request, "afgehandeld", at=LATER, actor="a", outcome="toegewezen")
    assert (request.state, request.outcome, len(request.events)) == ("ontvangen", None, 1)


def test_reopening_takes_the_outcome_away(session: Session) -> None:
    request = file(session).request
    withdraw(session, request.reference, ADDRESS, LATER)
    change_state(session, request, "in_behandeling", at=LATER, actor="a")
    assert (request.state, request.outcome) == ("in_behandeling", None)
