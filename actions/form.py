"""The one door between Rasa's form loop and `bot.dialogue`, shared by every form.

Rasa calls `validate_<form>` when a form opens and after each message while it is open. The door
reads the state from the slots, takes the form one turn further, and writes the state back. Side
questions, stopping, changing and a person asked for are thereby solved once.
"""

from __future__ import annotations

import uuid
from abc import abstractmethod
from dataclasses import replace
from datetime import date

import structlog
from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import asides
from actions.base import Events, SafeAction
from actions.reading import intent_of, newest_message
from bot import clock
from bot.dialogue import machine
from bot.dialogue.model import CONFIRM, Answers, Form, Message, Say, State, Turn

log = structlog.get_logger()

ASKED, TRIES, WAITING, RUN, PROGRESS = (
    "form__asked", "form__tries", "form__waiting", "form__run", "form__progress"
)  # fmt: skip
SUGGESTION, AS_TYPED = "form__suggestion", "form__as_typed"
# A slot without a response of its own: Rasa then asks nothing, the door has already done so.
SILENT_SLOT = "form__waiting"


class FormDoor(SafeAction):
    """Subclasses name their form and say what happens when it is complete."""

    form: Form

    def name(self) -> str:
        return f"validate_{self.form.name}"

    @property
    def action_name(self) -> str:  # type: ignore[override]
        return self.name()

    @property
    def prefix(self) -> str:
        return self.form.name.removesuffix("_form") + "__"

    async def known(self, tracker: Tracker) -> Answers:
        """What needs no asking when the form opens."""
        return {}

    @abstractmethod
    async def finish(self, tracker: Tracker, answers: Answers, run: str) -> tuple[Say, ...]:
        """Do what the form is for; raises when it did not happen. `run` is unique per opening."""

    async def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        today = clock.today()
        state, message = self._state(tracker), _message(tracker)
        if state.asked is None:
            turn = machine.start(self.form, message, today, await self.known(tracker))
        else:
            turn = machine.take(self.form, state, message, today)
        if turn.side:
            await asides.answer(turn.side, dispatcher, tracker)
        for say in (*turn.say, *turn.asking):
            speak(dispatcher, say)
        run = tracker.get_slot(RUN) or uuid.uuid4().hex
        if turn.done:
            return await self._complete(dispatcher, tracker, state, turn, run)
        if turn.stopped:
            return self._close(tracker)
        return self._write(tracker, turn, run, today)

    async def _complete(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        state: State,
        turn: Turn,
        run: str,
    ) -> Events:
        try:
            said = await self.finish(tracker, turn.state.answers, run)
        except Exception as error:
            log.error("form not completed", form=self.form.name, error=type(error).__name__)
            speak(dispatcher, Say(response="utter_filing_failed"))
            again = replace(turn.state, asked=state.asked or CONFIRM)
            return self._write(tracker, Turn(again, ask=None), run, clock.today())
        for say in said:
            speak(dispatcher, say)
        return self._close(tracker)

    def on_failure(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        dispatcher.utter_message(response="utter_storing")
        asked = tracker.get_slot(ASKED)
        if asked is None:
            return [ActiveLoop(None), SlotSet("requested_slot", None)]
        return [SlotSet(ASKED, asked), SlotSet("requested_slot", self._slot(asked))]

    def _state(self, tracker: Tracker) -> State:
        answers = {
            name.removeprefix(self.prefix): value
            for name, value in tracker.slots.items()
            if name.startswith(self.prefix) and value is not None
        }
        return State(
            answers=answers,
            asked=tracker.get_slot(ASKED),
            tries=int(tracker.get_slot(TRIES) or 0),
            waiting=tracker.get_slot(WAITING),
            suggestion=tracker.get_slot(SUGGESTION),
            as_typed=tracker.get_slot(AS_TYPED),
        )

    def _write(self, tracker: Tracker, turn: Turn, run: str, today: date) -> Events:
        state = turn.state
        requested = self._slot(turn.ask) if turn.ask else SILENT_SLOT
        return [
            *self._answer_events(tracker, state.answers),
            SlotSet(ASKED, state.asked),
            SlotSet(TRIES, state.tries),
            SlotSet(WAITING, state.waiting),
            SlotSet(SUGGESTION, state.suggestion),
            SlotSet(AS_TYPED, state.as_typed),
            SlotSet(RUN, run),
            SlotSet(PROGRESS, progress(self.form, state, today)),
            SlotSet("requested_slot", requested),
        ]

    def _answer_events(self, tracker: Tracker, answers: Answers) -> Events:
        """Only what changed: every event is kept and sent along with each later call."""
        slots = {self._slot(key): value for key, value in answers.items()}
        known = [name for name in tracker.slots if name.startswith(self.prefix)]
        changed = {n: slots.get(n) for n in known if slots.get(n) != tracker.get_slot(n)}
        return [SlotSet(name, value) for name, value in changed.items()]

    def _close(self, tracker: Tracker) -> Events:
        """End the form; nothing of what was typed stays in a slot."""
        ours = [n for n in tracker.slots if n.startswith((self.prefix, "form__"))]
        filled = [name for name in ours if tracker.get_slot(name) is not None]
        return [*(SlotSet(name, None) for name in filled), SlotSet("requested_slot", None)]

    def _slot(self, key: str) -> str:
        return self.prefix + key


def progress(form: Form, state: State, today: date) -> str:
    """`vraag 3 van 7`, as far as the questions can be known now; empty at the summary."""
    keys = [question.key for question in form.questions(state.answers, today)]
    if state.asked not in keys:
        return ""
    return f"vraag {keys.index(state.asked) + 1} van {len(keys)}"


def speak(dispatcher: CollectingDispatcher, say: Say) -> None:
    dispatcher.utter_message(
        text=say.text,
        response=say.response,
        buttons=[dict(button) for button in say.buttons] or None,
        json_message=dict(say.custom) if say.custom else None,
    )


def _message(tracker: Tracker) -> Message:
    event = newest_message(tracker)
    text = event.get("text") or ""
    ranked = (event.get("parse_data") or {}).get("intent_ranking") or []
    best = ranked[0]["name"] if ranked else intent_of(event)
    certain = text.startswith("/") or text == best
    confidence = ranked[0].get("confidence", 0.0) if ranked else 0.0
    return Message(text=text, intent=best, certain=certain, confidence=confidence)
