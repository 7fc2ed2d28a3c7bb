"""Messages to deliver, and where a school wants to be told."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from bot.db.base import Base
from bot.db.types import UtcDateTime
from bot.encryption.columns import EncryptedJson, EncryptedText


class OutboxMessage(Base):
    """One delivery by one channel. In order per `lane`: the next waits until this one is gone."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        Index(None, "state", "not_before"),
        UniqueConstraint("lane", "position"),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    #: mail, webhook or amqp
    channel: Mapped[str] = mapped_column(String(16))
    #: Request and destination: what goes there goes in order.
    lane: Mapped[str] = mapped_column(String(128))
    position: Mapped[int]
    request_id: Mapped[uuid.UUID | None] = mapped_column(Uuid, index=True)
    school_id: Mapped[uuid.UUID | None] = mapped_column(Uuid, index=True)
    #: What the channel needs to make the message; see `payloads`.
    payload: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    #: wacht, bezig, verzonden, mislukt (the dead letters) or vervallen
    state: Mapped[str] = mapped_column(String(16))
    attempts: Mapped[int] = mapped_column(default=0)
    #: The worker died while it was being sent: whoever gets it again is told.
    maybe_sent_before: Mapped[bool] = mapped_column(default=False)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Kind of the last failure, without personal data.
    last_error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class WebhookTarget(Base):
    """An address that is told of every event of a school's requests, signed with its secret."""

    __tablename__ = "webhook_target"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    school_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("school.id"), index=True)
    url: Mapped[str] = mapped_column(Text)
    secret: Mapped[str] = mapped_column(EncryptedText)
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
