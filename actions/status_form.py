"""validate_status_form: where a request stands, for who has reference and address."""

from __future__ import annotations

from rasa_sdk import Tracker
from sqlalchemy.orm import Session

from actions.form import FormDoor
from actions.storage import in_transaction
from bot import clock
from bot.dialogue.model import Answers, Say
from bot.requests.lookup import NOT_FOUND_NL, find
from bot.requests.reference_forms import STATUS_FORM
from bot.requests.wording import status_text_nl


class ValidateStatusForm(FormDoor):
    form = STATUS_FORM

    async def finish(self, tracker: Tracker, answers: Answers, run: str) -> tuple[Say, ...]:
        def look_up(session: Session) -> str:
            request = find(session, answers["reference"], answers["email"])
            return status_text_nl(request, clock.today()) if request else NOT_FOUND_NL

        return (Say(await in_transaction(look_up)),)
