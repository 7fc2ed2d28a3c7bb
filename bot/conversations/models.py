"""Questions that the bot passes on to a person."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime


class Escalation(Base):
    """One question with the conversation it came from: `transcript` is a list of who, text, at."""

    __tablename__ = "escalation"
    __table_args__ = (Index(None, "state", "created_at"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    filing_key: Mapped[str] = mapped_column(String(128), unique=True)
    conversation_id: Mapped[str] = mapped_column(String(128), index=True)
    reason: Mapped[str] = mapped_column(String(32))
    question: Mapped[str] = mapped_column(Text)
    transcript: Mapped[list[dict[str, str]]] = mapped_column(Json)
    contact_email: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
