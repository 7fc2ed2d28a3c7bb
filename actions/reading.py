"""What actions read from a tracker."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from rasa_sdk import Tracker

from bot.conversations.escalations import Line

MISSES = frozenset({"nlu_fallback", "niet_geholpen"})
Event = dict[str, Any]


def last_answer(tracker: Tracker) -> dict[str, Any]:
    """The data of the newest answer (`vraag`, `kort`, `bronnen`, ...), or an empty dict."""
    for event in reversed(tracker.events):
        custom = ((event.get("data") or {}).get("custom") or {}) if _is_bot(event) else {}
        if "vraag" in custom:
            return custom
    return {}


def said_before(tracker: Tracker) -> dict[str, Any]:
    """The data (`buttons`, `custom`) of the bot's newest message, which the parent's follows."""
    nothing: Event = {}
    said = next((event for event in reversed(tracker.events) if _is_bot(event)), nothing)
    return dict(said.get("data") or {})


def misses_in_a_row(tracker: Tracker) -> int:
    """How many of the newest messages, this one included, were not understood or not helped."""
    count = 0
    for event in _messages_backwards(tracker):
        if intent_of(event) not in MISSES:
            break
        count += 1
    return count


def missed_lately(tracker: Tracker) -> bool:
    """True when any message that the tracker still holds was not understood."""
    return any(intent_of(event) in MISSES for event in _messages_backwards(tracker))


def ranking(event: Event) -> list[str]:
    """Names in the classifier's order, best first, without the fallback itself."""
    names = [entry["name"] for entry in _parse_data(event).get("intent_ranking", [])]
    return [name for name in names if name and name not in MISSES]


def newest_message(tracker: Tracker) -> Event:
    return next(_messages_backwards(tracker), {})


def message_before(tracker: Tracker) -> Event:
    """The parent's message before the newest one, or an empty dict."""
    messages = _messages_backwards(tracker)
    next(messages, None)
    return next(messages, {})


def last_question(tracker: Tracker) -> str:
    """The newest text in which a parent asked something: no button, no call for a person."""
    for event in _messages_backwards(tracker):
        text = event.get("text") or ""
        if intent_of(event) in NOT_A_QUESTION or is_payload(text):
            continue
        return text
    return ""


def transcript(tracker: Tracker) -> list[Line]:
    """The conversation, as far as the tracker still holds it."""
    return [
        Line(
            who="bot" if _is_bot(event) else "bezoeker",
            text=event["text"],
            at=datetime.fromtimestamp(event["timestamp"], UTC),
        )
        for event in tracker.events
        if (_is_bot(event) or event.get("event") == "user") and event.get("text")
    ]


def intent_of(event: Event) -> str | None:
    return (_parse_data(event).get("intent") or {}).get("name")


def entity(tracker: Tracker, name: str) -> str | None:
    """Value of an entity of the newest message."""
    return next(tracker.get_latest_entity_values(name), None)


NOT_A_QUESTION = frozenset(
    {
        "medewerker",
        "niet_geholpen",
        "groet",
        "bedankt",
        "afscheid",
        "bevestig",
        "ontken",
        "stop",
        "help",
        "situatie",
        "vraag_achterlaten",
        "herhaal",
        "bron",
        "wis_gesprek",
        "hervat",
    }
)


def is_payload(text: str) -> bool:
    """True for what a button sent."""
    # ButtonReader takes the slash off a question button: `inzage/recht`.
    return text.startswith("/") or ("/" in text and " " not in text.strip())


def _is_bot(event: Event) -> bool:
    return event.get("event") == "bot"


def _parse_data(event: Event) -> dict[str, Any]:
    return event.get("parse_data") or {}


def _messages_backwards(tracker: Tracker) -> Iterator[Event]:
    return (
        event
        for event in reversed(tracker.events)
        if event.get("event") == "user" and event.get("text")
    )
