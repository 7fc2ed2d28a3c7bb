"""Messages that the bot did not understand: kept, judged by a person, and learnt from."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.conversations.depersonalise import GONE, depersonalise, is_useful
from bot.conversations.models import Conversation, MissedQuestion
from bot.conversations.opening import of_sender
from bot.knowledge.catalog import catalog

NOT_UNDERSTOOD, NOT_HELPED = "niet_begrepen", "niet_geholpen"
OPEN, CHOSEN, PUT_ASIDE = "open", "gekozen", "weggelegd"
_MOST_GUESSES = 5
_MOST_SHOWN = 200
_LONGEST = 500
# Signs that mean something in Rasa's training data.
_MARKUP = re.compile(r"[\[\](){}<>|`*#\\]")


class JudgementRefused(ValueError):
    """This cannot be chosen; the text says why, in Dutch."""


def keep_missed(
    session: Session, *, sender: str, text: str, guesses: Sequence[str], why: str, now: datetime
) -> bool:
    """Once per text of a conversation, and only where a page of ours told what is done with it."""
    conversation = of_sender(session, sender)
    if conversation is None or conversation.token_hash is None or not text.strip():
        return False
    text = text.strip()[:_LONGEST]
    # Encrypted texts cannot be compared by the database; a conversation has few of these.
    if text in _texts_of(session, conversation):
        return False
    session.add(
        MissedQuestion(
            conversation_id=conversation.id,
            school_id=conversation.school_id,
            at=now,
            text=text,
            guesses=list(guesses[:_MOST_GUESSES]),
            why=why,
            state=OPEN,
        )
    )
    session.flush()
    return True


def missed_questions(
    session: Session, mine: ColumnElement[bool], state: str, *, most: int = _MOST_SHOWN
) -> Sequence[MissedQuestion]:
    """Oldest first."""
    query = select(MissedQuestion).where(MissedQuestion.state == state, mine)
    return session.scalars(query.order_by(MissedQuestion.at).limit(most)).all()


def count_missed(session: Session, mine: ColumnElement[bool], state: str) -> int:
    query = select(func.count()).where(MissedQuestion.state == state, mine)
    return session.scalar(query) or 0


def choose(missed: MissedQuestion, wanted: str, *, actor: str, now: datetime) -> None:
    """`wanted` is the title or the id of a question of the catalog."""
    question = find_question(wanted)
    if question is None:
        raise JudgementRefused("Kies een vraag uit de lijst: typ een woord uit de titel.")
    missed.question = question
    _judged(missed, CHOSEN, actor, now)


def put_aside(missed: MissedQuestion, *, actor: str, now: datetime) -> None:
    missed.question = None
    _judged(missed, PUT_ASIDE, actor, now)


def find_question(wanted: str) -> str | None:
    wanted = " ".join(wanted.split()).casefold()
    return next(
        (
            answer.question
            for answer in catalog()
            if wanted in (answer.question.casefold(), answer.title.casefold())
        ),
        None,
    )


def as_training_data(chosen: Sequence[MissedQuestion]) -> str:
    """YAML as in data/nlu: each question with its examples, without personal data."""
    examples: dict[str, set[str]] = {}
    for missed in chosen:
        line = _example(missed.text)
        if missed.question and line:
            examples.setdefault(missed.question, set()).add(line)
    parts = ['version: "3.1"\n\nnlu:\n' if examples else 'version: "3.1"\n\nnlu: []\n']
    for question in sorted(examples):
        lines = "".join(f"    - {line}\n" for line in sorted(examples[question]))
        parts.append(f"- intent: {question}\n  examples: |\n{lines}")
    return "".join(parts)


def _example(text: str) -> str:
    left = depersonalise(text)
    if not is_useful(left):
        return ""
    return " ".join(_MARKUP.sub(" ", left.replace(GONE, " ")).split()).lstrip("-/ ")


def _judged(missed: MissedQuestion, state: str, actor: str, now: datetime) -> None:
    missed.state, missed.judged_by, missed.judged_at = state, actor, now


def _texts_of(session: Session, conversation: Conversation) -> list[str]:
    wanted: uuid.UUID = conversation.id
    query = select(MissedQuestion.text).where(MissedQuestion.conversation_id == wanted)
    return list(session.scalars(query))
