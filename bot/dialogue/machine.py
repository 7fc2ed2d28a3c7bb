"""Takes a form one message further."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.dialogue import commands, interruptions, texts
from bot.dialogue.changes import cleared, find_question, replaced
from bot.dialogue.model import (
    CHANGE,
    CONFIRM,
    SKIPPED,
    STOP,
    SUGGESTION,
    Answers,
    Form,
    Message,
    Question,
    Say,
    State,
    Turn,
)
from bot.emergency.names import EMERGENCY_INTENT
from bot.parsing.outcome import Parsed, Problem

TRIES_BEFORE_HELP = 2


def start(form: Form, message: Message, today: date, known: Answers | None = None) -> Turn:
    """Open a form; what the first message tells, and what is `known` without it, is not asked."""
    return _go_on(form, State(answers={**(known or {}), **form.prefill(message, today)}), today)


def take(form: Form, state: State, message: Message, today: date) -> Turn:
    """The turn that follows from a message while the form waits for `state.asked`."""
    if message.intent == EMERGENCY_INTENT:
        return _danger(form, state, message, today)
    if commands.is_handed_back(message):
        calm = replace(state, waiting=None, suggestion=None, as_typed=None)
        # With the summary, where it stood there: much may have been said since.
        return replace(_go_on(form, calm, today), side=commands.RESUME)
    if state.waiting:
        turn = _waiting_for(form, state, message, today)
        if turn is not None:
            return turn
        state = replace(state, waiting=None, suggestion=None, as_typed=None)
    turn = _command(form, state, message, today)
    return turn or _answer(form, state, message, today)


def _danger(form: Form, state: State, message: Message, today: date) -> Turn:
    """The numbers were just given: only a story takes the words, and nothing else is said."""
    question = _question(form, state, state.asked, today)
    if question is None or not question.free_text or state.waiting:
        return Turn(state)
    outcome = question.parse(message.text, today)
    if isinstance(outcome, Parsed):
        return _fill(form, state, question.key, outcome.value, today)
    return Turn(state)


def ask_again(form: Form, state: State, today: date, *say: Say) -> Turn:
    """Say something and put the same question once more."""
    return replace(_go_on(form, state, today), say=say)


def _waiting_for(form: Form, state: State, message: Message, today: date) -> Turn | None:
    calm = replace(state, waiting=None, suggestion=None, as_typed=None)
    if state.waiting == STOP:
        if commands.says_yes(message) or commands.stops_after_all(message):
            return Turn(State(), (Say(texts.stopped(form)),), stopped=True)
        return ask_again(form, calm, today) if commands.says_no(message) else None
    if state.waiting == SUGGESTION and state.asked:
        return _judge_suggestion(form, state, calm, message, today)
    if state.waiting == CHANGE:
        return _choose_change(form, calm, message, today)
    return None


def _choose_change(form: Form, calm: State, message: Message, today: date) -> Turn | None:
    """The answer to "Wat wilt u wijzigen?"; what names no answer is read as at the summary."""
    if commands.says_yes(message) or commands.says_no(message):
        return ask_again(form, calm, today)
    named = find_question(form, calm, message.text, today)
    if named is None or message.certain or message.text.strip().endswith("?"):
        return None
    return _change(form, calm, message.text, today)


def _judge_suggestion(
    form: Form, state: State, calm: State, message: Message, today: date
) -> Turn | None:
    assert state.asked is not None
    if commands.says_yes(message):
        return _fill(form, calm, state.asked, state.suggestion, today)
    insists = state.as_typed is not None and message.text.strip() == str(state.as_typed)
    if insists or (commands.says_no(message) and state.as_typed is not None):
        return _fill(form, calm, state.asked, state.as_typed, today)
    return ask_again(form, calm, today) if commands.says_no(message) else None


def _command(form: Form, state: State, message: Message, today: date) -> Turn | None:
    if commands.wants_stop(message):
        say = Say(texts.sure_to_stop(form), buttons=texts.YES_NO_STOP)
        return Turn(replace(state, waiting=STOP), (say,), ask=None)
    if commands.wants_person(message):
        return replace(ask_again(form, state, today), side=commands.PERSON)
    if commands.wants_back(message):
        return _back(form, state, today)
    wish = commands.change_request(message)
    if wish is not None and (state.asked == CONFIRM or find_question(form, state, wish, today)):
        return _change(form, state, wish, today)
    return None


def _answer(form: Form, state: State, message: Message, today: date) -> Turn:
    if state.asked == CONFIRM:
        return _confirm(form, state, message, today)
    question = _question(form, state, state.asked, today)
    if question is None:
        return _go_on(form, state, today)
    told = _told(form, question, message, today)
    if told is not None:
        return _fill(form, state, question.key, told, today)
    side = interruptions.side_question(message, question)
    if side is not None and (message.certain or question.free_text):
        return _aside(form, state, side, today)
    if message.certain:
        # A button of an earlier message: no answer to this question, whatever its words.
        return ask_again(form, state, today)
    outcome = question.parse(message.text, today)
    if isinstance(outcome, Parsed):
        return _fill(form, state, question.key, outcome.value, today)
    if side is not None:
        return _aside(form, state, side, today)
    return _explain(form, state, question, outcome, today)


def _told(form: Form, question: Question, message: Message, today: date) -> object | None:
    """The answer that needs no reading: skipped, or in what the message is about."""
    if question.optional and commands.wants_skip(message):
        return SKIPPED
    return form.prefill(message, today).get(question.key)


def _confirm(form: Form, state: State, message: Message, today: date) -> Turn:
    if commands.says_yes(message):
        return Turn(state, done=True)
    if commands.says_no(message):
        return _change(form, state, "", today)
    if message.intent and (message.certain or message.text.strip().endswith("?")):
        return _aside(form, state, message.intent, today)
    named = find_question(form, state, message.text, today)
    if named is None and message.intent and interruptions.is_question(message):
        return _aside(form, state, message.intent, today)
    return _change(form, state, message.text, today)


def _aside(form: Form, state: State, side: str, today: date) -> Turn:
    if interruptions.is_other_request(side):
        return ask_again(form, state, today, Say(texts.finish_first(form)))
    return replace(ask_again(form, state, today), side=side)


def _fill(form: Form, state: State, key: str, value: object, today: date) -> Turn:
    answers = replaced(form, state.answers, key, value)
    turn = _go_on(form, State(answers=answers), today)
    explanation = form.explanation(key, answers, today)
    return replace(turn, say=(Say(explanation), *turn.say)) if explanation else turn


def _explain(form: Form, state: State, question: Question, problem: Problem, today: date) -> Turn:
    state = replace(state, tries=state.tries + 1)
    if problem.half:
        return _ask_the_rest(state, problem)
    help_ = (Say(question.help, buttons=texts.ways_out(question)),)
    more = help_ if state.tries >= TRIES_BEFORE_HELP else ()
    if problem.suggestion is not None:
        doubt = replace(
            state, waiting=SUGGESTION, suggestion=problem.suggestion, as_typed=problem.as_typed
        )
        return Turn(doubt, (*more, Say(problem.message_nl, buttons=texts.YES_NO)), ask=None)
    if problem.options:
        # The problem is itself the question, with its answers: not asked twice.
        options = Say(problem.message_nl, buttons=texts.option_buttons(problem.options))
        return Turn(state, (*more, options), ask=None)
    return ask_again(form, state, today, Say(problem.message_nl), *more)


def _ask_the_rest(state: State, problem: Problem) -> Turn:
    """Nothing is explained to who was understood; typed, "ja" and "nee" are the two options."""
    (yes, _), (no, _) = problem.options
    doubt = replace(state, waiting=SUGGESTION, suggestion=yes, as_typed=no)
    rest = Say(problem.message_nl, buttons=texts.option_buttons(problem.options))
    return Turn(doubt, (rest,), ask=None)


def _change(form: Form, state: State, wish: str, today: date) -> Turn:
    question = find_question(form, state, wish, today)
    if question is None:
        say = Say(texts.WHICH_CHANGE, buttons=texts.change_buttons(_answered(form, state, today)))
        return Turn(replace(state, waiting=CHANGE), (say,), ask=None)
    value = texts.value_in(wish, question)
    outcome = question.parse(value, today) if value else None
    if isinstance(outcome, Parsed):
        return _fill(form, state, question.key, outcome.value, today)
    return _go_on(form, State(answers=cleared(form, state.answers, question.key)), today)


def _back(form: Form, state: State, today: date) -> Turn:
    answered = _answered(form, state, today)
    if not answered:
        return ask_again(form, state, today, Say(texts.FIRST_QUESTION))
    return _go_on(form, State(cleared(form, state.answers, answered[-1].key)), today)


def _go_on(form: Form, state: State, today: date) -> Turn:
    """Ask the first question without an answer, then the summary, then finish."""
    refusal = form.refusal(state.answers, today)
    if refusal:
        return Turn(State(), (Say(refusal),), stopped=True)
    for question in form.questions(state.answers, today):
        if question.key not in state.answers:
            return _ask(question, replace(state, asked=question.key))
    if not form.confirms:
        return Turn(replace(state, asked=None), done=True)
    summary = texts.summary(form, state.answers, today)
    return Turn(replace(state, asked=CONFIRM), (summary,), ask=CONFIRM)


def _ask(question: Question, state: State) -> Turn:
    if question.spoken is None:
        return Turn(state, ask=question.key)
    return Turn(state, asking=(question.spoken,), ask=None)


def _answered(form: Form, state: State, today: date) -> Sequence[Question]:
    return [q for q in form.questions(state.answers, today) if q.key in state.answers]


def _question(form: Form, state: State, key: str | None, today: date) -> Question | None:
    return next((q for q in form.questions(state.answers, today) if q.key == key), None)
