"""Conversations as they can stand: in danger, with somebody, closed; and what the bot missed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import clock
from bot.conversations.desk import add_note, answer, close, take_over
from bot.conversations.missed import NOT_UNDERSTOOD, keep_missed
from bot.conversations.standard_answers import save_standard_answer
from bot.people.models import Account
from bot.schools.models import School
from tests.support.conversations import add_staff, begin_waiting


def converse(session: Session, school: School, who: Account) -> dict[str, str]:
    """Name of the conversation -> its id."""
    now = clock.now()
    danger, taken, over = (
        begin_waiting(session, school, reason=reason, at=now)
        for reason in ("nood", "gevraagd", "twee_missers")
    )
    add_staff(session, "K. Collega", school)
    for conversation in (taken, over):
        take_over(session, conversation, who, at=now)
    answer(session, taken, who, "Ik kijk even voor u. " * 20, at=now)
    add_note(session, taken, who, "Belde ook.", at=now)
    taken.contact_email = f"{'lang' * 12}@voorbeeld.nl"
    close(session, over, who, at=now)
    for text, guesses in (
        ("mag de moeder van Tim zijn dossier zien", ["inzage/recht", "inzage/kosten"]),
        ("en nu dan", []),
    ):
        keep_missed(
            session,
            sender=over.sender,
            text=text,
            guesses=guesses,
            why=NOT_UNDERSTOOD,
            now=now,
        )
    save_standard_answer(
        session, None, school_id=None, title="Welkom", text="Goedendag.", actor="x", now=now
    )
    return {"danger": str(danger.id), "taken": str(taken.id), "over": str(over.id)}
