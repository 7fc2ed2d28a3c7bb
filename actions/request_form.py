"""validate_request_form: a request or complaint, filed in the form's own last step.

Filing here rather than in an action after the form keeps the form open until it has succeeded:
whatever breaks, the answers are still there and "ja" tries again with the same key.
"""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.form import FormDoor
from actions.page_school import page_school
from actions.storage import in_transaction
from bot import clock
from bot.conversations.opening import school_of
from bot.dialogue.model import Answers, Say
from bot.requests.filing import file_request
from bot.requests.form import RequestForm, for_filing, way_of
from bot.requests.wording import confirmation_text_nl, receipt
from bot.settings import load_settings

_NEXT = (
    {"title": "Hoe staat het met mijn verzoek?", "payload": "/status_opvragen"},
    {"title": "Hoe snel moet de school antwoorden?", "payload": "/inzage/termijn"},
)


class ValidateRequestForm(FormDoor):
    form = RequestForm()

    async def known(self, tracker: Tracker) -> Answers:
        # Who stands on a school's page means that school; the summary offers to change it.
        school = await page_school(tracker)
        return {"school": school} if school else {}

    async def finish(self, tracker: Tracker, answers: Answers, run: str) -> tuple[Say, ...]:
        filed = await in_transaction(
            lambda session: file_request(
                session,
                filing_key=f"{tracker.sender_id}:{run}",
                kind=answers["kind"],
                answers=for_filing(answers),
                standing=way_of(answers, clock.today()),
                conversation_id=tracker.sender_id,
                now=clock.now(),
                settings=load_settings(),
                page_of=school_of(session, tracker.sender_id),
            )
        )
        request = filed.request
        return (Say(confirmation_text_nl(request), buttons=_NEXT, custom=receipt(request)),)
