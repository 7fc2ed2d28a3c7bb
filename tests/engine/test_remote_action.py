"""What we put in Rasa's place is still where Rasa looks for it."""

from __future__ import annotations

import inspect

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot.engine import remote_action


def test_rasa_still_validates_and_runs_through_the_spots_we_replaced() -> None:
    source = inspect.getsource(remote_action._rasa_run)
    assert "self._validate_action_result(response)" in source
    assert RemoteAction.run is remote_action.run
    assert RemoteAction._validate_action_result is remote_action.validate_action_result


def test_a_well_formed_reply_passes_and_another_does_not() -> None:
    action = RemoteAction("action_help", None)
    assert action._validate_action_result({"events": [], "responses": []})
    with pytest.raises(ValidationError):
        action._validate_action_result({"events": "geen lijst", "responses": []})
