"""action_help: topics as buttons, then their questions, so that all can be reached untyped."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.reading import entity
from bot.knowledge.catalog import TOPICS, Catalog, catalog

_REQUESTS = {"title": "Zelf een verzoek of klacht indienen", "payload": "/verzoek_indienen"}


class Help(SafeAction):
    action_name = "action_help"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        topic = entity(tracker, "onderwerp")
        if topic in TOPICS:
            dispatcher.utter_message(
                text=f"{TOPICS[topic]}: kies uw vraag.", buttons=questions(topic, catalog())
            )
        else:
            dispatcher.utter_message(
                text="Over deze onderwerpen kan ik u iets vertellen. Kies er een, of typ uw vraag.",
                buttons=[*topics(), _REQUESTS],
            )
        return []


def topics() -> list[dict[str, str]]:
    return [
        {"title": title, "payload": f'/help{{"onderwerp": "{topic}"}}'}
        for topic, title in TOPICS.items()
    ]


def questions(topic: str, catalog: Catalog) -> list[dict[str, str]]:
    found = [{"title": a.title, "payload": a.payload} for a in catalog.about(topic)]
    return [*found, {"title": "Andere onderwerpen", "payload": "/help"}]
