"""action_ask_person: pass the conversation on to the staff, and say honestly what happens next."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.escalating import pass_on
from bot.contact import contact_line
from bot.settings import load_settings


class AskPerson(SafeAction):
    action_name = "action_ask_person"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        await pass_on(tracker, reason="gevraagd")
        dispatcher.utter_message(
            text=(
                "Ik heb dit gesprek klaargezet voor een medewerker van de school. Ik weet niet "
                "wanneer die het leest, en die antwoordt niet hier in de chat.\n\n"
                "Wilt u antwoord per e-mail? Laat dan uw adres achter. "
                f"{contact_line(load_settings())}"
            ),
            buttons=[
                {"title": "Antwoord per e-mail", "payload": "/vraag_achterlaten"},
                {"title": "Ik heb nog een vraag", "payload": "/help"},
            ],
        )
        return []
