"""Mails what staff answered to visitors who have left the chat."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Engine

from bot.conversations.answers_by_mail import left_with_answers, mail_answers
from bot.conversations.models import Conversation
from bot.db.session import session_scope
from bot.settings import Settings


def mail_answers_to_who_left(engine: Engine, settings: Settings, now: datetime) -> int:
    """How many mails were put in the outbox; each in its own transaction."""
    with session_scope(engine, read_only=True) as session:
        left = left_with_answers(session, now)
    return sum(_mail(engine, conversation_id, now) for conversation_id in left)


def _mail(engine: Engine, conversation_id: uuid.UUID, now: datetime) -> bool:
    with session_scope(engine) as session:
        conversation = session.get(Conversation, conversation_id)
        return conversation is not None and mail_answers(session, conversation, now)
