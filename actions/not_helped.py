"""action_not_helped: the answer was not what was meant; offer the next best, then a person."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.did_you_mean import MISSES_BEFORE_A_PERSON
from actions.missed import remember_miss
from actions.reading import last_answer, message_before, misses_in_a_row, ranking
from actions.suggestions import NONE_OF_THESE, suggest
from bot.conversations.missed import NOT_HELPED
from bot.knowledge.catalog import catalog


class NotHelped(SafeAction):
    action_name = "action_not_helped"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        shown = last_answer(tracker).get("vraag")
        before = message_before(tracker)
        await remember_miss(tracker, before, why=NOT_HELPED)
        buttons = suggest(ranking(before), catalog(), without=shown)
        if misses_in_a_row(tracker) >= MISSES_BEFORE_A_PERSON or not buttons:
            dispatcher.utter_message(response="utter_two_misses")
        else:
            dispatcher.utter_message(
                text="Jammer, dat was niet wat u zocht. Bedoelt u misschien een van deze vragen?",
                buttons=[*buttons, NONE_OF_THESE],
            )
        return []
