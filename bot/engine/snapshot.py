"""Shortens a conversation's events to what is needed to go on."""

from __future__ import annotations

from typing import Optional

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)


def shorten(events: list[Event], *, turns: int) -> list[Event]:
    """The slots and the open form as they stood, then the events of the last `turns` messages.

    Returns the events as they are while there are no more messages than that, without the notes
    that Rasa's learning policies write for themselves.
    """
    events = [
        event
        for event in _since_erasure(events)
        if not isinstance(event, DefinePrevUserUtteredFeaturization)
    ]
    starts = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(starts) <= turns:
        return events
    cut = starts[-turns]
    return [*_snapshot(events[:cut]), *events[cut:]]


def _since_erasure(events: list[Event]) -> list[Event]:
    erased = [i for i, event in enumerate(events) if isinstance(event, Restarted)]
    return events[erased[-1] :] if erased else events


def _snapshot(earlier: list[Event]) -> list[Event]:
    slots: dict[str, SlotSet] = {}
    loop: Optional[ActiveLoop] = None
    for event in earlier:
        if isinstance(event, SlotSet):
            slots[event.key] = event
        elif isinstance(event, ActiveLoop):
            loop = event
        elif isinstance(event, SessionStarted):
            slots, loop = {}, None
    moment = earlier[-1].timestamp
    start: list[Event] = [
        ActionExecuted(ACTION_SESSION_START_NAME, timestamp=moment),
        SessionStarted(timestamp=moment),
    ]
    filled = [slot for slot in slots.values() if slot.value is not None]
    form = [loop] if loop is not None and loop.name else []
    return [*start, *filled, *form, ActionExecuted(ACTION_LISTEN_NAME, timestamp=moment)]
