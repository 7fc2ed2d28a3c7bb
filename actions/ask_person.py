"""action_ask_person: pass the conversation on to the staff, and say honestly what happens next."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.escalating import outlook_of, pass_on
from bot.conversations.outlook import Outlook

_BY_MAIL = {"title": "Antwoord per e-mail", "payload": "/vraag_achterlaten"}
_ADDRESS_KNOWN = "Bent u dan niet meer hier? Dan krijgt u het antwoord per e-mail."
_GO_ON = {"title": "Ik heb nog een vraag", "payload": "/help"}


class AskPerson(SafeAction):
    action_name = "action_ask_person"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        await pass_on(tracker, reason="gevraagd")
        outlook = await outlook_of(tracker)
        buttons = [_GO_ON] if outlook.has_address else [_BY_MAIL, _GO_ON]
        dispatcher.utter_message(text=what_happens_next(outlook), buttons=buttons)
        return []


def what_happens_next(outlook: Outlook) -> str:
    ready = "Ik heb dit gesprek klaargezet voor een medewerker van de school."
    if outlook.promise is None:
        # Nobody can answer here: the conversation did not come through a page of ours.
        return (
            f"{ready} Ik weet niet wanneer die het leest, en die antwoordt niet hier in de chat.\n\n"
            f"Wilt u antwoord per e-mail? Laat dan uw adres achter. {outlook.contact}"
        )
    if outlook.has_address:
        return f"{ready} {outlook.promise.when} {_ADDRESS_KNOWN} {outlook.contact}"
    return (
        f"{ready} {outlook.promise.text}\n\n"
        f"U kunt mij intussen gewoon vragen blijven stellen. {outlook.contact}"
    )
