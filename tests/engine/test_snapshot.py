"""A shortened conversation still knows its slots, its form and its last turns."""

from __future__ import annotations

from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Restarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.snapshot import shorten


def conversation(messages: int) -> list:
    events = [ActionExecuted("action_session_start")]
    for number in range(messages):
        events += [
            ActionExecuted("action_listen"),
            UserUttered(f"bericht {number}"),
            BotUttered(f"antwoord {number}"),
        ]
    return events


def test_a_short_conversation_is_left_as_it_is() -> None:
    events = conversation(3)
    assert shorten(events, turns=6) == events


def test_a_long_one_keeps_only_its_last_turns() -> None:
    kept = shorten(conversation(400), turns=6)
    assert next(e.text for e in kept if isinstance(e, UserUttered)) == "bericht 394"
    assert len(kept) < 30


def test_slots_and_the_open_form_survive() -> None:
    events = [*conversation(1), SlotSet("name", "Sanne"), ActiveLoop("request_form")]
    kept = shorten(events + conversation(20), turns=2)
    tracker = DialogueStateTracker.from_events("a", kept, slots=[AnySlot("name", mappings=[{}])])
    assert tracker.get_slot("name") == "Sanne"
    assert tracker.active_loop_name == "request_form"


def test_what_was_erased_is_not_kept() -> None:
    events = [*conversation(2), Restarted(), *conversation(1)]
    assert "bericht 1" not in [e.text for e in shorten(events, turns=6) if hasattr(e, "text")]


def test_what_learning_policies_note_for_themselves_is_not_kept() -> None:
    noted = [*conversation(1), DefinePrevUserUtteredFeaturization(False)]
    assert shorten(noted, turns=6) == noted[:-1]
