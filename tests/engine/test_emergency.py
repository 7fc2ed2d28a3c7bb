"""What follows on danger: the numbers, the staff, and then silence or the form."""

from __future__ import annotations

from rasa.shared.nlu.training_data.message import Message

from bot.engine.emergency import EmergencyCheck
from bot.engine.emergency_policy import next_action


def test_the_check_outranks_the_classifier() -> None:
    message = Message({"text": "mijn man slaat de kinderen"})
    EmergencyCheck.process(EmergencyCheck.__new__(EmergencyCheck), [message])
    assert message.get("intent") == {"name": "nood", "confidence": 1.0}


def test_first_the_numbers_then_the_staff_then_listen() -> None:
    assert next_action("nood", "action_listen") == "utter_nood"
    assert next_action("nood", "utter_nood") == "action_report_emergency"
    assert next_action("nood", "action_report_emergency") == "action_listen"


def test_an_open_form_goes_on_after_the_numbers_and_the_staff() -> None:
    assert next_action("nood", "action_listen", in_form=True) == "utter_nood"
    assert next_action("nood", "utter_nood", in_form=True) == "action_report_emergency"
    assert next_action("nood", "action_report_emergency", in_form=True) is None
    assert next_action("nood", "complaint_form", in_form=True) is None


def test_who_has_had_the_numbers_does_not_get_them_twice() -> None:
    assert next_action("nood", "action_listen", told=True) == "action_listen"
    assert next_action("nood", "action_listen", told=True, in_form=True) is None


def test_other_intents_are_left_to_the_rules() -> None:
    assert next_action("groet", "action_listen") is None
    assert next_action("groet", "action_listen", told=True) is None
