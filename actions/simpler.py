"""action_simpler: the last answer, shorter and in simpler words."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.reading import last_answer


class Simpler(SafeAction):
    action_name = "action_simpler"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        answer = last_answer(tracker)
        if not answer:
            dispatcher.utter_message(response="utter_nothing_said_yet")
            return []
        dispatcher.utter_message(
            text=f"Korter gezegd: {answer['kort']}",
            buttons=[
                {"title": "Waar staat dat?", "payload": "/bron"},
                {"title": "Ik wil een medewerker", "payload": "/medewerker"},
            ],
        )
        return []
