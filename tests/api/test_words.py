"""What the interface says it can send and take is what the tables of the queue hold."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.api.event_shapes import WebhookMessage
from bot.api.register_shapes import RegisterRow
from bot.api.words import Kind, Outcome, RetentionAction, State, StateFilter
from bot.destruction.terms import ACTIONS_NL
from bot.outbox.models import OutboxMessage
from bot.outbox.targets import add_target
from bot.requests.kinds import KINDS
from bot.requests.register import COLUMNS
from bot.requests.workflow import OUTCOMES, STATES
from tests.support.office import do, file_at, make_school
from tests.support.requests import NOW, SETTINGS


@pytest.mark.parametrize(
    ("words", "table"),
    [
        (State, STATES),
        (Outcome, OUTCOMES),
        (Kind, tuple(KINDS)),
        (RetentionAction, tuple(ACTIONS_NL)),
        (StateFilter, ("open", *STATES)),
    ],
)
def test_the_words_are_those_of_the_table(words, table: tuple[str, ...]) -> None:
    assert get_args(words) == table


def test_the_register_has_the_columns_of_the_csv() -> None:
    assert tuple(RegisterRow.model_fields) == COLUMNS


def test_a_webhook_sends_what_is_described(session) -> None:
    school = make_school(session)
    request = file_at(session, school)
    add_target(session, school.id, "https://school.example/hier", NOW, SETTINGS)
    do(session, request, "beginnen")
    body = session.query(OutboxMessage).filter_by(channel="webhook").one().payload["body"]
    assert set(body) == set(WebhookMessage.model_fields)
    WebhookMessage.model_validate(body)
