"""Our copies of slots and trackers are those that Rasa would make."""

from __future__ import annotations

import copy
import inspect

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    FollowupAction,
    LoopInterrupted,
    Restarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import BooleanSlot, CategoricalSlot, TextSlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.copies import copy_slot, copy_tracker

SLOTS = [
    TextSlot("naam", mappings=[{}], initial_value="Sam"),
    BooleanSlot("gezag", mappings=[{}], influence_conversation=False),
    CategoricalSlot("schooltype", mappings=[{}], values=["po", "vo"]),
]
HELLO = [ActionExecuted("action_listen"), UserUttered("hallo", {"name": "groet"})]
CONVERSATIONS = {
    "new": [],
    "started": HELLO,
    "answered": [*HELLO, ActionExecuted("utter_groet"), BotUttered("Dag"), SlotSet("naam", "Noor")],
    "in a form": [*HELLO, ActiveLoop("inzage_form"), SlotSet("requested_slot", None)],
    "side question in a form": [*HELLO, ActiveLoop("inzage_form"), LoopInterrupted(True)],
    "refused": [*HELLO, ActiveLoop("inzage_form"), ActionExecutionRejected("inzage_form")],
    "followed up": [*HELLO, FollowupAction("action_save")],
    "erased": [*HELLO, SlotSet("gezag", True), Restarted()],
}
SHARED = {"sender_source", "model_id", "assistant_id"}


def spoken(events: list) -> DialogueStateTracker:
    tracker = DialogueStateTracker.from_events("ouder", [], [*SLOTS, requested_slot()])
    tracker.model_id = "model"
    for event in copy.deepcopy(events):
        tracker.update(event)
    return tracker


def requested_slot() -> TextSlot:
    return TextSlot("requested_slot", mappings=[{}])


def state(tracker: DialogueStateTracker) -> dict:
    slots = {name: slot.__dict__ for name, slot in tracker.slots.items()}
    # Events without content carry the moment at which they were made.
    bot = tracker.latest_bot_utterance.as_dict() | {"timestamp": None}
    message = tracker.latest_message.as_dict() | {"timestamp": None}
    return vars(tracker) | {
        "slots": slots,
        "latest_bot_utterance": bot,
        "latest_message": message,
    }


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.name)
def test_a_copied_slot_is_what_python_itself_would_make(slot):
    assert copy_slot(slot).__dict__ == copy.copy(slot).__dict__
    assert type(copy_slot(slot)) is type(slot)


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_copied_tracker_stands_as_if_it_was_played_again(name):
    tracker = spoken(CONVERSATIONS[name])
    assert state(copy_tracker(tracker)) == state(tracker.travel_back_in_time(float("inf")))


def test_what_happens_to_the_copy_leaves_the_tracker_alone():
    tracker = spoken(CONVERSATIONS["in a form"])
    before = copy.deepcopy(state(tracker))
    twin = copy_tracker(tracker)
    for event in (SlotSet("naam", "Bo"), LoopInterrupted(True), ActionExecuted("x"), Restarted()):
        twin.update(event)
    assert state(tracker) == before


def test_rasa_still_copies_at_the_spots_that_we_replace():
    assert "travel_back_in_time" in inspect.getsource(DialogueStateTracker.copy)
    assert "copy.copy(slot)" in inspect.getsource(DialogueStateTracker.__init__)
