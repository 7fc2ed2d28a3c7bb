"""action_report_emergency: the parent has had the numbers; the staff must see this first."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.escalating import pass_on
from actions.reading import newest_message


class ReportEmergency(SafeAction):
    action_name = "action_report_emergency"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        await pass_on(tracker, reason="nood", question=newest_message(tracker).get("text"))
        return []

    def on_failure(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        # Nothing to say: the numbers stand on the screen and must not be pushed away.
        return []
