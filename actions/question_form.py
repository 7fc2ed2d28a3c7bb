"""validate_question_form: a question left for the staff, with an address for the answer."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.escalating import outlook_of, pass_on
from actions.form import FormDoor
from actions.reading import missed_lately
from actions.storage import in_transaction
from bot import clock
from bot.conversations.contact import add_contact
from bot.conversations.outlook import Outlook
from bot.conversations.question_form import QuestionForm
from bot.dialogue.model import Answers, Say


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
        return (Say(where_the_answer_comes(await outlook_of(tracker))),)


def where_the_answer_comes(outlook: Outlook) -> str:
    if outlook.promise is None:
        return (
            "Uw vraag is bewaard voor de school. De school kan u antwoorden op het adres dat u gaf. "
            f"Wanneer dat gebeurt, weet ik niet. {outlook.contact}"
        )
    return (
        "Uw vraag staat klaar voor de school. Antwoordt een medewerker als u hier niet meer bent? "
        "Dan krijgt u het antwoord op het adres dat u gaf. Het komt ook hier in de chat te staan. "
        f"{outlook.contact}"
    )
