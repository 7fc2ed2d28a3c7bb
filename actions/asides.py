"""Answers, in passing, what a parent asks while a form is open."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.ask_person import AskPerson
from actions.base import SafeAction
from actions.did_you_mean import DidYouMean
from actions.help_menu import Help
from actions.not_helped import NotHelped
from actions.resume import Resume
from actions.show_source import ShowSource
from actions.simpler import Simpler
from bot.dialogue.commands import RESUME
from bot.dialogue.interruptions import UNCLEAR

_BY_ACTION: dict[str, SafeAction] = {
    "medewerker": AskPerson(),
    "help": Help(),
    "niet_geholpen": NotHelped(),
    "bron": ShowSource(),
    "herhaal": Simpler(),
    UNCLEAR: DidYouMean(),
    RESUME: Resume(),
}
# Erasing ends the form, so it is not done in passing.
_BY_RESPONSE = {"wis_gesprek": "utter_erase_needs_stop"}


async def answer(intent: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Answer a question id or a conversational intent; the form then asks its own question again."""
    action = _BY_ACTION.get(intent)
    if action is not None:
        await action.act(dispatcher, tracker)
    else:
        dispatcher.utter_message(response=_BY_RESPONSE.get(intent, f"utter_{intent}"))
