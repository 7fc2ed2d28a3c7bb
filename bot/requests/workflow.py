"""The states of a request, its outcomes, and the one table of steps between them."""

from __future__ import annotations

RECEIVED = "ontvangen"
CHECKING_IDENTITY = "identiteit_controleren"
IN_PROGRESS = "in_behandeling"
WAITING = "wacht_op_aanvrager"
DONE = "afgehandeld"
STATES = (RECEIVED, CHECKING_IDENTITY, IN_PROGRESS, WAITING, DONE)

WITHDRAWN = "ingetrokken"
INADMISSIBLE = "niet_ontvankelijk"
DECISIONS = ("toegewezen", "deels_toegewezen", "afgewezen")
OUTCOMES = (*DECISIONS, WITHDRAWN, INADMISSIBLE)

_NO_OUTCOME: tuple[str | None, ...] = (None,)
# A request that nobody worked on cannot have been granted or refused.
_WITHOUT_DECISION: tuple[str | None, ...] = (WITHDRAWN, INADMISSIBLE)

#: From state, to state: the outcomes that go with the step.
TRANSITIONS: dict[tuple[str, str], tuple[str | None, ...]] = {
    (RECEIVED, CHECKING_IDENTITY): _NO_OUTCOME,
    (RECEIVED, IN_PROGRESS): _NO_OUTCOME,
    (RECEIVED, WAITING): _NO_OUTCOME,
    (RECEIVED, DONE): _WITHOUT_DECISION,
    (CHECKING_IDENTITY, IN_PROGRESS): _NO_OUTCOME,
    (CHECKING_IDENTITY, WAITING): _NO_OUTCOME,
    (CHECKING_IDENTITY, DONE): _WITHOUT_DECISION,
    # AVG artikel 12 lid 6: doubt about who asks can also come up later.
    (IN_PROGRESS, CHECKING_IDENTITY): _NO_OUTCOME,
    (IN_PROGRESS, WAITING): _NO_OUTCOME,
    (IN_PROGRESS, DONE): OUTCOMES,
    (WAITING, CHECKING_IDENTITY): _NO_OUTCOME,
    (WAITING, IN_PROGRESS): _NO_OUTCOME,
    (WAITING, DONE): _WITHOUT_DECISION,
    # Reopening takes the outcome away again.
    (DONE, IN_PROGRESS): _NO_OUTCOME,
}


class StepRefused(ValueError):
    """This step is not in the table."""


def check_step(state: str, to: str, outcome: str | None = None) -> None:
    """Raises StepRefused, with what can be done instead, unless the table lists this step."""
    allowed = TRANSITIONS.get((state, to))
    if allowed is None:
        steps = ", ".join(next_states(state)) or "geen"
        raise StepRefused(f"Van {state} naar {to} kan niet. Mogelijk nu: {steps}.")
    if outcome not in allowed:
        named = ", ".join(item or "geen uitkomst" for item in allowed)
        raise StepRefused(f"Bij de stap naar {to} hoort een van: {named}.")


def next_states(state: str) -> tuple[str, ...]:
    """The states that can follow."""
    return tuple(to for start, to in TRANSITIONS if start == state)
