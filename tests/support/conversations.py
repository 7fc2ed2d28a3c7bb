"""Conversations as a school's page begins them, and as they stand when staff look."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.conversations.handoff import call_person
from bot.conversations.log import BOT, VISITOR, append
from bot.conversations.models import Conversation
from bot.conversations.opening import open_for_visitor
from bot.people.models import Account, Membership
from bot.people.roles import STAFF
from bot.schools.models import School
from tests.support.requests import NOW

QUESTION = "Mag ik het dossier van Sanne inzien?"
ANSWER = "Ja, dat mag."
LATER = NOW + timedelta(minutes=5)


def begin(session: Session, school: School | None, *, at: datetime = NOW) -> Conversation:
    """One question and the bot's answer to it."""
    conversation, _ = open_for_visitor(session, school.id if school else None, at)
    asked = append(session, conversation, author=VISITOR, text=QUESTION, at=at)
    asked.understood = [["inzage/recht", 0.91], ["inzage/kosten", 0.04]]
    data = {"custom": {"vraag": "inzage/recht"}}
    append(session, conversation, author=BOT, text=ANSWER, data=data, at=at)
    conversation.topic = "inzage/recht"
    session.flush()
    return conversation


def begin_waiting(
    session: Session, school: School | None, *, reason: str = "gevraagd", at: datetime = NOW
) -> Conversation:
    conversation = begin(session, school, at=at)
    call_person(session, conversation, reason, at=at)
    return conversation


def add_staff(session: Session, name: str, school: School | None, role: str = STAFF) -> Account:
    account = Account(email=f"{name.split()[-1].lower()}@school.example", name=name, created_at=NOW)
    account.memberships = [Membership(role=role, school_id=school.id if school else None)]
    session.add(account)
    session.flush()
    return account
