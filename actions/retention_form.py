"""validate_retention_form: until when data are kept, worked out for one kind and moment."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.form import FormDoor
from bot import clock
from bot.dialogue.model import Answers, Say
from bot.retention.form import RetentionForm, outcome
from bot.retention.rules import BY_KIND


class ValidateRetentionForm(FormDoor):
    form = RetentionForm()

    async def finish(self, tracker: Tracker, answers: Answers, run: str) -> tuple[Say, ...]:
        rule = BY_KIND[answers["kind"]]
        buttons = (
            {"title": "Meer over deze termijn", "payload": f"/{rule.question}"},
            {"title": "Gegevens laten wissen", "payload": "/verzoek_verwijderen"},
            {"title": "Iets anders uitrekenen", "payload": "/bewaartermijn_berekenen"},
        )
        return (Say(outcome(answers, clock.today()), buttons=buttons),)
