"""validate_withdrawal_form: a parent takes a filed request back."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.form import FormDoor
from actions.storage import in_transaction
from bot import clock
from bot.dialogue.model import Answers, Say
from bot.requests.reference_forms import WITHDRAWAL_FORM
from bot.requests.withdrawal import withdraw

_KEPT = "Goed, er verandert niets. Uw verzoek blijft staan."


class ValidateWithdrawalForm(FormDoor):
    form = WITHDRAWAL_FORM

    async def finish(self, tracker: Tracker, answers: Answers, run: str) -> tuple[Say, ...]:
        if answers["sure"] != "ja":
            return (Say(_KEPT),)
        message = await in_transaction(
            lambda session: (
                withdraw(session, answers["reference"], answers["email"], clock.now()).message_nl
            )
        )
        return (Say(message),)
