"""Every step of the table works and every other step fails."""

from __future__ import annotations

from itertools import product

import pytest

from bot.requests.workflow import (
    OUTCOMES,
    STATES,
    TRANSITIONS,
    StepRefused,
    check_step,
    next_states,
)

WITHOUT_DECISION = {"ingetrokken", "niet_ontvankelijk"}
# Written out once more, so that a change of the table is a change here too.
LISTED = {
    ("ontvangen", "identiteit_controleren"): {None},
    ("ontvangen", "in_behandeling"): {None},
    ("ontvangen", "wacht_op_aanvrager"): {None},
    ("ontvangen", "afgehandeld"): WITHOUT_DECISION,
    ("identiteit_controleren", "in_behandeling"): {None},
    ("identiteit_controleren", "wacht_op_aanvrager"): {None},
    ("identiteit_controleren", "afgehandeld"): WITHOUT_DECISION,
    ("in_behandeling", "identiteit_controleren"): {None},
    ("in_behandeling", "wacht_op_aanvrager"): {None},
    ("in_behandeling", "afgehandeld"): set(OUTCOMES),
    ("wacht_op_aanvrager", "identiteit_controleren"): {None},
    ("wacht_op_aanvrager", "in_behandeling"): {None},
    ("wacht_op_aanvrager", "afgehandeld"): WITHOUT_DECISION,
    ("afgehandeld", "in_behandeling"): {None},
}
STEPS = list(product(STATES, STATES, (None, *OUTCOMES)))


@pytest.mark.parametrize(("state", "to", "outcome"), STEPS)
def test_exactly_the_listed_steps_are_possible(state: str, to: str, outcome: str | None) -> None:
    if outcome in LISTED.get((state, to), set()):
        check_step(state, to, outcome)
    else:
        with pytest.raises(StepRefused):
            check_step(state, to, outcome)


@pytest.mark.parametrize("state", STATES)
def test_no_state_is_a_dead_end(state: str) -> None:
    assert next_states(state)


def test_every_state_can_be_reached_from_the_first() -> None:
    reached = {"ontvangen"}
    for _ in STATES:
        reached |= {to for state, to in TRANSITIONS if state in reached}
    assert reached == set(STATES)


@pytest.mark.parametrize("state", [state for state in STATES if state != "afgehandeld"])
def test_an_open_request_can_always_be_withdrawn(state: str) -> None:
    check_step(state, "afgehandeld", "ingetrokken")


def test_a_refused_step_says_what_is_possible() -> None:
    with pytest.raises(StepRefused, match="Mogelijk nu: in_behandeling"):
        check_step("afgehandeld", "ontvangen")


def test_an_unknown_state_has_no_steps() -> None:
    with pytest.raises(StepRefused, match="geen"):
        check_step("zoek", "ontvangen")
