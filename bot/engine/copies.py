"""Copies a conversation's tracker as it stands, without playing it again from its first event.

Rasa copies the tracker before every action: each slot by Python's general machinery, then all events
once more. A tracker's state follows from its events, so copying the state comes to the same.
"""

from __future__ import annotations

import copy

from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker


def copy_slot(slot: Slot) -> Slot:
    """What `copy.copy` gives: another slot of the same class with the same attributes."""
    twin = slot.__class__.__new__(slot.__class__)
    twin.__dict__.update(slot.__dict__)
    return twin


def copy_tracker(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """What `tracker.copy` gives; what happens to the copy leaves the tracker alone."""
    twin = tracker.__class__.__new__(tracker.__class__)
    twin.__dict__.update(tracker.__dict__)
    twin.events = tracker.events.copy()
    twin.slots = copy.copy(tracker.slots)
    twin.slots.update((name, copy_slot(slot)) for name, slot in tracker.slots.items())
    twin.active_loop = copy.copy(tracker.active_loop)
    # As in Rasa's copy: only the tracker itself marks events with these.
    twin.sender_source = twin.model_id = twin.assistant_id = None
    return twin


def install() -> None:
    """From now on slots and trackers are copied this way."""
    Slot.__copy__ = copy_slot
    DialogueStateTracker.copy = copy_tracker
