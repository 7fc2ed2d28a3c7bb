"""Plays one conversation, step by step: through what the chat and the office themselves use."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.audit.reading_log import CONVERSATION, log_reading
from bot.chat.opening import start
from bot.chat.sending import send
from bot.chat.turns import claim, claim_by_id, finish
from bot.chat.typed import Typed
from bot.conversations import desk
from bot.conversations.answers_by_mail import mail_answers
from bot.conversations.escalations import escalate
from bot.conversations.handoff import stop_waiting
from bot.conversations.log import locked
from bot.conversations.missed import NOT_HELPED, NOT_UNDERSTOOD, keep_missed
from bot.conversations.models import Conversation, Message
from bot.conversations.outlook import outlook
from bot.conversations.question_form import QuestionForm
from bot.demo.talks import Step
from bot.engines.replies import Answer, Said
from bot.knowledge.catalog import catalog
from bot.knowledge.responses import as_said, response
from bot.people.models import Account
from bot.schools.models import School
from bot.settings import Settings

_ENGINE = "demo"
_BETWEEN = timedelta(seconds=50)
# How sure the bot is of its best guesses.
_SURE, _UNSURE = (0.93, 0.03, 0.01), (0.36, 0.21, 0.12)
_READY = "Ik heb dit gesprek klaargezet voor een medewerker van de school."
_KEPT = "Uw vraag staat klaar voor de school. Het antwoord komt hier, en op het adres dat u gaf."
_AGAIN = "Ik ben het weer, de chatbot. Hebt u nog een vraag? Typ die gerust."
_NONE = {"title": "Geen van deze", "payload": "/niet_geholpen"}


@dataclass(slots=True)
class Going:
    """A conversation on its way. `newest` is the message that began it, until it is answered.

    `asked` is the last question that the bot knew; `missed`: there was one that it did not.
    """

    session: Session
    school: School
    who: Account
    settings: Settings
    at: datetime
    conversation: Conversation
    newest: Message | None
    asked: str = ""
    missed: bool = False


def play(
    session: Session,
    steps: Sequence[Step],
    *,
    school: School,
    who: Account,
    settings: Settings,
    began: datetime,
) -> Conversation:
    """The first step is the visitor's: with it the conversation begins."""
    sent = Typed(secrets.token_hex(16), steps[0].text)
    conversation, _, newest = start(session, school, sent, settings.chat_days, began)
    going = Going(session, school, who, settings, began, conversation, newest)
    for step in steps:
        PLAY[step.what](going, step)
        session.flush()
        going.at += _BETWEEN
    return conversation


def _says(going: Going, text: str, *said: Said, sure: Iterable[tuple[str, float]] = ()) -> None:
    """The visitor types, and the bot answers unless a person has the conversation."""
    newest, going.newest = going.newest, None
    if newest is None:
        locked(going.session, going.conversation)
        sent = Typed(secrets.token_hex(16), text)
        newest = send(going.session, going.conversation, sent, going.at)
    turn = claim(going.session, going.conversation, _ENGINE, going.at, newest)
    going.session.flush()
    if turn is not None:
        understood = [[name, confidence] for name, confidence in sure]
        answered = going.at + timedelta(seconds=1)
        finish(going.session, turn, _ENGINE, Answer(said, understood), answered)
    going.conversation.visitor_read = going.conversation.last_sequence


def _asks(going: Going, step: Step) -> None:
    known = catalog().get(step.about[0])
    assert known is not None
    going.asked = step.text
    sure = zip(step.about, _SURE, strict=False)
    _says(going, step.text, as_said(known.variants), sure=sure)


def _unclear(going: Going, step: Step) -> None:
    _miss(going, step, Said("Bedoelt u …?", _guesses(step)))


def _lost(going: Going, step: Step) -> None:
    _miss(going, step, response("utter_two_misses"))


def _miss(going: Going, step: Step, said: Said) -> None:
    sure = zip(step.about, _UNSURE, strict=False)
    _says(going, step.text, said, sure=sure)
    going.missed = True
    _keep_missed(going, step.text, step, NOT_UNDERSTOOD)


def _no_help(going: Going, step: Step) -> None:
    said = Said(
        "Jammer, dat was niet wat u zocht. Bedoelt u misschien een van deze vragen?", _guesses(step)
    )
    _says(going, step.text, said, sure=[("niet_geholpen", 0.9)])
    _keep_missed(going, going.asked, step, NOT_HELPED)


def _keep_missed(going: Going, text: str, step: Step, why: str) -> None:
    sender = going.conversation.sender
    keep_missed(going.session, sender=sender, text=text, guesses=step.about, why=why, now=going.at)


def _danger(going: Going, step: Step) -> None:
    """The page in front of the bot gives the numbers and tells the staff."""
    _says(going, step.text)


def _person(going: Going, step: Step) -> None:
    promised = outlook(going.session, going.conversation.sender, going.at).promise
    text = f"{_READY} {promised.text}" if promised else _READY
    _says(going, step.text, Said(text), sure=[("medewerker", 0.95)])
    _call(going, going.asked or step.text, "gevraagd")


def _leaves(going: Going, step: Step) -> None:
    """A question with an address, by the chat's own small form."""
    day = going.at.date()
    first, second = (Said(one.help or one.label) for one in QuestionForm().questions({}, day))
    for text, said in (("Mijn vraag achterlaten", first), (step.text, second)):
        _says(going, text, said)
        going.at += _BETWEEN
    _says(going, step.about[0], Said(_KEPT))
    _call(going, step.text, "twee_missers" if going.missed else "gevraagd", step.about[0])


def _call(going: Going, question: str, reason: str, email: str | None = None) -> None:
    escalate(
        going.session,
        filing_key=secrets.token_hex(16),
        sender=going.conversation.sender,
        reason=reason,
        question=question,
        transcript=(),
        contact_email=email,
        now=going.at,
    )


def _stops(going: Going, step: Step) -> None:
    stop_waiting(going.session, going.conversation, at=going.at)


def _tells(going: Going, step: Step) -> None:
    _says(going, step.text)


def _reads(going: Going, step: Step) -> None:
    going.conversation.visitor_read = going.conversation.last_sequence
    going.conversation.visitor_seen_at = going.at


def _takes(going: Going, step: Step) -> None:
    log_reading(
        going.session,
        request_id=going.conversation.id,
        school_id=going.school.id,
        what=CONVERSATION,
        actor=str(going.who.id),
        actor_name=going.who.name,
        at=going.at,
    )
    desk.take_over(going.session, going.conversation, going.who, at=going.at)


def _answers(going: Going, step: Step) -> None:
    desk.answer(going.session, going.conversation, going.who, step.text, at=going.at)
    going.conversation.staff_read = going.conversation.last_sequence


def _note(going: Going, step: Step) -> None:
    desk.add_note(going.session, going.conversation, going.who, step.text, at=going.at)


def _mailed(going: Going, step: Step) -> None:
    """What the worker would have done a few minutes after the visitor left."""
    going.at += timedelta(minutes=3)
    mail_answers(going.session, going.conversation, going.at)


def _closes(going: Going, step: Step) -> None:
    desk.close(going.session, going.conversation, going.who, at=going.at)


def _back(going: Going, step: Step) -> None:
    topic = step.about[0]
    desk.hand_back(going.session, going.conversation, going.who, topic=topic, at=going.at)
    turn = claim_by_id(going.session, going.conversation.id, _ENGINE, going.at)
    going.session.flush()
    if turn is not None:
        finish(going.session, turn, _ENGINE, Answer((Said(_AGAIN),), []), going.at)


def _guesses(step: Step) -> tuple[dict[str, str], ...]:
    known = (catalog().get(name) for name in step.about)
    return (*({"title": one.title, "payload": one.payload} for one in known if one), _NONE)


Play = Callable[[Going, Step], None]
PLAY: Mapping[str, Play] = {
    "asks": _asks,
    "unclear": _unclear,
    "lost": _lost,
    "no_help": _no_help,
    "danger": _danger,
    "person": _person,
    "leaves": _leaves,
    "stops": _stops,
    "tells": _tells,
    "reads": _reads,
    "takes": _takes,
    "answers": _answers,
    "note": _note,
    "mailed": _mailed,
    "closes": _closes,
    "back": _back,
}
