"""validate_question_form: a question left for the staff, with an address for the answer."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.escalating import pass_on
from actions.form import FormDoor
from actions.reading import missed_lately
from actions.storage import in_transaction
from bot import clock
from bot.contact import contact_line
from bot.conversations.contact import add_contact
from bot.conversations.question_form import QuestionForm
from bot.dialogue.model import Answers, Say
from bot.settings import load_settings


class ValidateQuestionForm(FormDoor):
    form = QuestionForm()

    async def finish(self, tracker: Tracker, answers: Answers, run: str) -> tuple[Say, ...]:
        added = await in_transaction(
            lambda session: add_contact(
                session,
                sender=tracker.sender_id,
                question=answers["text"],
                email=answers["email"],
                now=clock.now(),
            )
        )
        if not added:
            await pass_on(
                tracker,
                reason="twee_missers" if missed_lately(tracker) else "gevraagd",
                question=answers["text"],
                email=answers["email"],
                key=f"{tracker.sender_id}:{run}",
            )
        text = (
            "Uw vraag is bewaard voor de school. De school kan u antwoorden op het adres dat u gaf. "
            f"Wanneer dat gebeurt, weet ik niet. {contact_line(load_settings())}"
        )
        return (Say(text),)
