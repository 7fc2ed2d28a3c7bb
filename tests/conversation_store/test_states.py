"""The table of states is the only one: what it does not list fails and changes nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.conversations.handoff import move
from bot.conversations.models import ConversationEvent
from bot.conversations.states import STATES, STEPS, StepRefused
from tests.support.conversations import begin
from tests.support.office import make_school
from tests.support.requests import NOW

EDGES = [(state, to) for state in STATES for to in STATES]


@pytest.mark.parametrize(("state", "to"), EDGES)
def test_only_the_steps_of_the_table_can_be_taken(session, state: str, to: str) -> None:
    conversation = begin(session, make_school(session))
    conversation.state = state
    if to in STEPS[state]:
        move(session, conversation, to, at=NOW, actor="systeem")
        assert conversation.state == to
        assert _events(session) == 1
    else:
        with pytest.raises(StepRefused):
            move(session, conversation, to, at=NOW, actor="systeem")
        assert conversation.state == state
        assert _events(session) == 0


def test_every_state_has_its_row() -> None:
    assert set(STEPS) == set(STATES)
    assert {to for row in STEPS.values() for to in row} <= set(STATES)


def _events(session) -> int:
    return session.scalar(select(func.count()).select_from(ConversationEvent))
