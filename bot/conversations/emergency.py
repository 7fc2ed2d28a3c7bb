"""Danger in what a visitor typed: the numbers at once and the staff told, in one transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bot.conversations.escalations import escalate
from bot.conversations.handoff import DANGER
from bot.conversations.log import BOT, add
from bot.conversations.models import Conversation, Escalation, Message
from bot.conversations.states import WITH_PERSON
from bot.emergency.names import EMERGENCY_INTENT, TOLD
from bot.knowledge.responses import response

#: A person who talks with somebody about danger is not interrupted at each word of it.
_QUIET = timedelta(minutes=30)


def warn(session: Session, conversation: Conversation, message: Message, *, at: datetime) -> None:
    """Gives the numbers behind this message and tells the staff, in a conversation that is locked.

    Nothing while a person has it and both were done lately.
    """
    with_person = conversation.state == WITH_PERSON
    if with_person and _warned_lately(session, conversation, at):
        return
    numbers = response("utter_nood")
    message.data = {**(message.data or {}), TOLD: True}
    message.understood = [[EMERGENCY_INTENT, 1.0]]
    # Its buttons are for the bot, which hears nothing while a person has the conversation.
    data = {"buttons": list(numbers.buttons)} if not with_person else None
    add(session, conversation, author=BOT, text=numbers.text, data=data, at=at)
    escalate(
        session,
        filing_key=f"{conversation.sender}:m{message.sequence}",
        sender=conversation.sender,
        reason=DANGER,
        question=message.text,
        transcript=(),
        contact_email=None,
        now=at,
    )


def _warned_lately(session: Session, conversation: Conversation, at: datetime) -> bool:
    lately = exists().where(
        Escalation.conversation_id == conversation.id,
        Escalation.reason == DANGER,
        Escalation.created_at > at - _QUIET,
    )
    return bool(session.scalar(select(lately)))
