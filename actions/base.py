"""What every action shares: nothing escapes, and the parent always gets a reply."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

Events = list[dict[str, Any]]
log = structlog.get_logger()


class SafeAction(Action):
    """Subclasses write `act`; an exception in it becomes `utter_storing` and a line in the log.

    The SDK would answer an exception with the whole conversation, which Rasa then logs.
    """

    action_name: str

    def name(self) -> str:
        return self.action_name

    @abstractmethod
    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """Say things through the dispatcher; return Rasa events."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        try:
            return await self.act(dispatcher, tracker)
        except Exception as error:
            # Messages of exceptions can quote what a parent typed: only the kind is logged.
            log.error("action failed", action=self.action_name, error=type(error).__name__)
            dispatcher.messages.clear()
            return self.on_failure(dispatcher, tracker)

    def on_failure(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        dispatcher.utter_message(response="utter_storing")
        return []
