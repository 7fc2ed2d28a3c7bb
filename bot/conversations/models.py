"""Conversations as the school keeps them: every message, who has it, what people noted beside it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime
from bot.encryption.columns import EncryptedJson, EncryptedText


class Conversation(Base):
    """One visitor's conversation. `sender` is its name for the engine: never shown, never reused."""

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "state", "waiting_since"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    #: Empty for a conversation that did not come through a school's page.
    school_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("school.id"), index=True)
    sender: Mapped[str] = mapped_column(String(128), unique=True)
    #: Hash of the token that the visitor's browser holds; empty when no browser can open it.
    token_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    #: A state of `bot.conversations.states`.
    state: Mapped[str] = mapped_column(String(24))
    #: Why a person was asked last: gevraagd, twee_missers or nood.
    reason: Mapped[str | None] = mapped_column(String(16))
    waiting_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    assignee_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    #: Id of the question that was answered last.
    topic: Mapped[str | None] = mapped_column(String(64))
    #: Where a person's answer goes when the visitor has left.
    contact_email: Mapped[str | None] = mapped_column(EncryptedText)
    #: Sequence of the newest message; the next one is this plus one.
    last_sequence: Mapped[int] = mapped_column(default=0)
    #: Up to where the visitor and the staff have seen it.
    visitor_read: Mapped[int] = mapped_column(default=0)
    staff_read: Mapped[int] = mapped_column(default=0)
    visitor_seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Until when one process may talk to the engine for it; a process that died loses it by time.
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claimed_by: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_message_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Message(Base):
    """One message; `sequence` is 1, 2, 3 … within its conversation and gives the order."""

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("conversation_id", "client_key"),
        Index(None, "pending", "at"),
    )

    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True
    )
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: bezoeker, bot, medewerker or systeem
    author: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(EncryptedText)
    #: What a client can show besides the text: `buttons`, and the engine's `custom`.
    data: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJson)
    #: What goes to the engine in place of the text, when a button was pressed.
    payload: Mapped[str | None] = mapped_column(EncryptedText)
    #: The browser's own name for this message: sending it again adds nothing.
    client_key: Mapped[str | None] = mapped_column(String(64))
    #: The bot still has to answer it.
    pending: Mapped[bool] = mapped_column(default=False)
    #: What the bot understood of it: [[name, confidence], …], best first.
    understood: Mapped[list[list[Any]] | None] = mapped_column(EncryptedJson)
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))


class ConversationEvent(Base):
    """A change of hands: who, when, from which state to which. Holds nothing that was typed."""

    __tablename__ = "conversation_event"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: An account's id, `bezoeker` or `systeem`.
    actor: Mapped[str] = mapped_column(String(128))
    kind: Mapped[str] = mapped_column(String(32))
    data: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)


class ConversationNote(Base):
    """What staff write for each other."""

    __tablename__ = "conversation_note"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    text: Mapped[str] = mapped_column(EncryptedText)


class Escalation(Base):
    """One call for a person, stored once per `filing_key` however often it is tried."""

    __tablename__ = "escalation"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    filing_key: Mapped[str] = mapped_column(String(128), unique=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    #: gevraagd, twee_missers or nood
    reason: Mapped[str] = mapped_column(String(16))
    question: Mapped[str] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StandardAnswer(Base):
    """A text that staff send often; without a school it is everybody's."""

    __tablename__ = "standard_answer"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    school_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("school.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_by: Mapped[str] = mapped_column(String(128))


class MissedQuestion(Base):
    """A message that the bot did not understand, to learn from; gone with its conversation."""

    __tablename__ = "missed_question"
    __table_args__ = (Index(None, "state", "at"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), index=True
    )
    school_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("school.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    text: Mapped[str] = mapped_column(EncryptedText)
    #: The bot's best guesses, best first.
    guesses: Mapped[list[str]] = mapped_column(Json)
    #: niet_begrepen or niet_geholpen
    why: Mapped[str] = mapped_column(String(16))
    #: open, gekozen or weggelegd
    state: Mapped[str] = mapped_column(String(16))
    #: The right question, when a person has said which.
    question: Mapped[str | None] = mapped_column(String(64))
    judged_by: Mapped[str | None] = mapped_column(String(128))
    judged_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class TrackerErasure(Base):
    """A conversation that is erased here and that the engine still has to forget."""

    __tablename__ = "tracker_erasure"

    sender: Mapped[str] = mapped_column(String(128), primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
