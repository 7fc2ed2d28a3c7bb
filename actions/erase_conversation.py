"""action_erase_conversation: after one more yes, forget all of this conversation."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import Restarted
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, SafeAction
from actions.reading import entity, said_before
from actions.storage import in_transaction
from bot import clock
from bot.destruction.conversation import Kept, erase_whole

_SURE = "zeker"
_ERASE = f'/wis_gesprek{{"{_SURE}": "ja"}}'


class EraseConversation(SafeAction):
    action_name = "action_erase_conversation"

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        if entity(tracker, _SURE) is None and not was_asked(tracker):
            dispatcher.utter_message(
                text=(
                    "Zal ik dit gesprek wissen? Dan is alles weg wat u hier typte, ook een vraag "
                    "die u voor een medewerker achterliet.\n\nEen verzoek of klacht die u al "
                    "indiende, blijft staan: de school moet u daarop antwoorden."
                ),
                buttons=[
                    {"title": "Ja, wis alles", "payload": _ERASE},
                    {"title": "Nee, bewaar het", "payload": "/ontken"},
                ],
            )
            return []
        kept = await in_transaction(
            lambda session: erase_whole(session, tracker.sender_id, clock.now())
        )
        dispatcher.utter_message(text=erased_nl(kept))
        return [Restarted()]


def was_asked(tracker: Tracker) -> bool:
    """True when the last thing that the bot said was whether to erase: typed, "ja" is a yes too."""
    buttons = said_before(tracker).get("buttons") or []
    return any(button.get("payload") == _ERASE for button in buttons)


def erased_nl(kept: Sequence[Kept]) -> str:
    """That it is done, and what stays because the school has to answer it."""
    text = "Uw gesprek is gewist. U kunt altijd een nieuw gesprek beginnen."
    if not kept:
        return text
    names = " en ".join(one.reference for one in kept)
    return f"{text}\n\nWat u indiende blijft staan, omdat de school u moet antwoorden: {names}."
