"""Two logs that are only added to: reading requests, and running the office."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime
from bot.encryption.columns import EncryptedText


class ReadingLog(Base):
    """Somebody saw personal data of a request or a conversation.

    Without foreign keys: it outlives what it names.
    """

    __tablename__ = "reading_log"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    #: An account's id, `aanvrager`, or `api:` with the key's name.
    actor: Mapped[str] = mapped_column(String(128), index=True)
    actor_name: Mapped[str] = mapped_column(EncryptedText)
    #: Of the conversation when `what` is gesprek.
    request_id: Mapped[uuid.UUID] = mapped_column(Uuid, index=True)
    school_id: Mapped[uuid.UUID | None] = mapped_column(Uuid, index=True)
    #: verzoek, bijlage, brief or gesprek
    what: Mapped[str] = mapped_column(String(32))


class OfficeLog(Base):
    """Signing in, and changes to schools, people, templates and settings."""

    __tablename__ = "office_log"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    actor: Mapped[str] = mapped_column(String(128), index=True)
    school_id: Mapped[uuid.UUID | None] = mapped_column(Uuid, index=True)
    kind: Mapped[str] = mapped_column(String(64))
    data: Mapped[dict[str, Any]] = mapped_column(Json)
