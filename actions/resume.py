"""action_resume: a person has handed the conversation back; go on where it was."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.reading import entity
from bot.knowledge.catalog import Answer, catalog

_BACK = "Ik ben het weer, de chatbot."
_OTHERS = (
    {"title": "Andere onderwerpen", "payload": "/help"},
    {"title": "Ik wil een medewerker", "payload": "/medewerker"},
)


class Resume(SafeAction):
    action_name = "action_resume"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        topic = catalog().get(entity(tracker, "vraag"))
        if tracker.active_loop_name:
            # The form asks its own question after this.
            text = f"{_BACK} U was bezig met een formulier. Uw antwoorden zijn er nog."
            dispatcher.utter_message(text=text, buttons=_about(topic) or None)
        else:
            dispatcher.utter_message(text=_what_now(topic), buttons=[*_about(topic), *_OTHERS])
        return []


def _what_now(topic: Answer | None) -> str:
    if topic is None:
        return f"{_BACK} Hebt u nog een vraag? Typ die gerust."
    return f"{_BACK} Het ging over “{topic.title}”. Wilt u daar nog iets over weten? Typ uw vraag."


def _about(topic: Answer | None) -> list[dict[str, str]]:
    return [{"title": topic.title, "payload": topic.payload}] if topic else []
