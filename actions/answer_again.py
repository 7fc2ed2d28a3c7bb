"""action_answer_again: a parent told the child's age, custody or school; answer for that case."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.reading import last_answer
from bot.knowledge.catalog import catalog


class AnswerAgain(SafeAction):
    action_name = "action_answer_again"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        answer = catalog().get(last_answer(tracker).get("vraag"))
        told = {found["entity"] for found in tracker.latest_message.get("entities", [])}
        if answer is not None and told & set(answer.depends_on):
            # The slot is set by now, so Rasa's conditional response gives the variant.
            dispatcher.utter_message(response=answer.response)
        else:
            dispatcher.utter_message(response="utter_situatie")
        return []
