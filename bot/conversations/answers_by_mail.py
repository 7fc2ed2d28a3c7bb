"""A person's answer for a visitor who has left: mailed once, several written together as one mail."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from bot.conversations.handoff import record
from bot.conversations.log import STAFF, locked
from bot.conversations.models import Conversation, ConversationEvent, Message
from bot.outbox.lanes import MAIL, enqueue

#: Not seen for this long: gone.
AWAY = timedelta(minutes=2)
#: What is written within this time goes in the same mail.
COLLECTED = timedelta(minutes=1)
#: Between two mails about one conversation.
APART = timedelta(minutes=5)
# What nobody fetched in this time is not mailed out of the blue.
_OLDEST = timedelta(days=14)
_MAILED = "gemaild"


def left_with_answers(session: Session, now: datetime) -> Sequence[uuid.UUID]:
    """Conversations of visitors who left an address, and have not read what staff wrote."""
    unread = exists().where(
        Message.conversation_id == Conversation.id,
        Message.author == STAFF,
        Message.sequence > Conversation.visitor_read,
    )
    gone = or_(Conversation.visitor_seen_at.is_(None), Conversation.visitor_seen_at <= now - AWAY)
    query = select(Conversation.id).where(
        Conversation.contact_email.is_not(None),
        Conversation.last_message_at >= now - _OLDEST,
        gone,
        unread,
    )
    return session.scalars(query).all()


def mail_answers(session: Session, conversation: Conversation, now: datetime) -> bool:
    """Puts one mail in the outbox with all that was not mailed yet; False when it is not time."""
    locked(session, conversation)
    last = _last_mail(session, conversation.id)
    if last is not None and now - last.at < APART:
        return False
    after = max(conversation.visitor_read, last.data["through"] if last else 0)
    answers = staff_messages(session, conversation.id, after=after)
    if not answers or now - answers[0].at < COLLECTED:
        return False
    through = answers[-1].sequence
    # The texts stay where they are encrypted, and go when the conversation goes.
    payload = {"conversation_id": str(conversation.id), "after": after, "through": through}
    enqueue(
        session,
        channel=MAIL,
        lane=answer_lane(conversation.id),
        payload=payload,
        at=now,
        school_id=conversation.school_id,
    )
    record(session, conversation, at=now, actor="systeem", kind=_MAILED, data={"through": through})
    session.flush()
    return True


def answer_lane(conversation_id: uuid.UUID) -> str:
    return f"{conversation_id}:antwoord"


def staff_messages(
    session: Session, conversation_id: uuid.UUID, *, after: int, through: int | None = None
) -> Sequence[Message]:
    query = select(Message).where(
        Message.conversation_id == conversation_id,
        Message.author == STAFF,
        Message.sequence > after,
    )
    if through is not None:
        query = query.where(Message.sequence <= through)
    return session.scalars(query.order_by(Message.sequence)).all()


def _last_mail(session: Session, conversation_id: uuid.UUID) -> ConversationEvent | None:
    return session.scalar(
        select(ConversationEvent)
        .where(
            ConversationEvent.conversation_id == conversation_id,
            ConversationEvent.kind == _MAILED,
        )
        .order_by(ConversationEvent.at.desc())
        .limit(1)
    )
