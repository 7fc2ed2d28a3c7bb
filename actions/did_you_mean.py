"""action_did_you_mean: the message was not clear; two in a row lead to a person."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.missed import remember_miss
from actions.reading import misses_in_a_row, newest_message, ranking
from actions.suggestions import NONE_OF_THESE, suggest
from bot.conversations.missed import NOT_UNDERSTOOD
from bot.knowledge.catalog import catalog

MISSES_BEFORE_A_PERSON = 2


class DidYouMean(SafeAction):
    action_name = "action_did_you_mean"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        message = newest_message(tracker)
        await remember_miss(tracker, message, why=NOT_UNDERSTOOD)
        buttons = suggest(ranking(message), catalog())
        if misses_in_a_row(tracker) >= MISSES_BEFORE_A_PERSON or not buttons:
            dispatcher.utter_message(response="utter_two_misses")
        else:
            dispatcher.utter_message(text="Bedoelt u …?", buttons=[*buttons, NONE_OF_THESE])
        return []
