"""A pupil is told whom an answer for parents is about, and not again at each answer."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.pupil import TOLD, AnswersForPupils

ANSWER, OTHER, SMALL_TALK = "utter_inzage/recht", "utter_inzage/kosten", "utter_groet"
NOTE = "U bent zelf de leerling."
DOMAIN = Domain.from_dict(
    {
        "intents": ["inzage"],
        "slots": {
            "spreker": {
                "type": "categorical",
                "values": ["leerling"],
                "mappings": [{"type": "custom"}],
            }
        },
        "responses": {
            ANSWER: [{"text": "Ja, uw kind mag dat.", "custom": {"vraag": "inzage/recht"}}],
            OTHER: [{"text": "Nee, het is gratis.", "custom": {"vraag": "inzage/kosten"}}],
            SMALL_TALK: [{"text": "Dag! Hoe is het met uw kind?"}],
            "utter_voor_leerling": [{"text": NOTE}],
        },
    }
)


@pytest.fixture
def tracker() -> DialogueStateTracker:
    return DialogueStateTracker.from_events(
        "s", [UserUttered("hoi"), SlotSet("spreker", "leerling")], DOMAIN.slots
    )


def said(name: str, tracker: DialogueStateTracker) -> dict[str, Any]:
    found = asyncio.run(AnswersForPupils(None, DOMAIN).generate(name, tracker, "rest"))
    assert found is not None
    return found


def test_an_answer_to_a_pupil_begins_with_whom_it_is_about(tracker) -> None:
    answer = said(ANSWER, tracker)
    assert answer["text"] == f"{NOTE}\n\nJa, uw kind mag dat."
    assert answer["custom"][TOLD] is True


def test_it_is_said_once(tracker) -> None:
    first = said(ANSWER, tracker)
    tracker.update(BotUttered(first["text"], {"custom": first["custom"]}))
    assert said(ANSWER, tracker)["text"] == "Ja, uw kind mag dat."


@pytest.mark.parametrize("name", [OTHER, SMALL_TALK])
def test_what_speaks_of_no_child_or_is_no_answer_stays_as_it_is(name: str, tracker) -> None:
    assert NOTE not in said(name, tracker)["text"]


def test_a_parent_hears_nothing_of_it() -> None:
    tracker = DialogueStateTracker.from_events("s", [UserUttered("hoi")], DOMAIN.slots)
    answer = said(ANSWER, tracker)
    assert answer["text"] == "Ja, uw kind mag dat." and TOLD not in answer["custom"]
