"""action_show_source: where the last answer comes from, and when it was checked."""

from __future__ import annotations

from datetime import date

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.reading import last_answer
from bot import clock
from bot.knowledge.catalog import Answer, catalog
from bot.knowledge.freshness import is_stale, month_nl

_UNCERTAIN = "De bronnen zijn hier niet helemaal duidelijk. Vraag het bij twijfel aan de school."
_STALE = "Let op: dat is meer dan een jaar geleden. Er kan iets veranderd zijn."


class ShowSource(SafeAction):
    action_name = "action_show_source"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        answer = catalog().get(last_answer(tracker).get("vraag"))
        if answer is None:
            dispatcher.utter_message(response="utter_nothing_said_yet")
        else:
            dispatcher.utter_message(text=describe(answer, clock.today()))
        return []


def describe(answer: Answer, today: date) -> str:
    """The sources of an answer in a parent's words."""
    lines = [f"Mijn antwoord op “{answer.title}” komt uit:"]
    for source in answer.sources:
        lines.append(f"- {source}" + (f": {source.url}" if source.url else ""))
    lines.append(f"Nagekeken in {month_nl(answer.checked)}.")
    if answer.certainty == "laag":
        lines.append(_UNCERTAIN)
    if answer.open_law:
        lines.append(f"Dit kan nog veranderen: {answer.open_law}")
    if is_stale(answer, today):
        lines.append(_STALE)
    return "\n".join(lines)
