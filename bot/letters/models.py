"""Letters as they were sent, and the schools' own templates."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime
from bot.encryption.columns import EncryptedBytes, EncryptedText


class Letter(Base):
    """One letter, exactly as the parent got it. Never changed."""

    __tablename__ = "letter"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="RESTRICT"), index=True
    )
    #: A key of `kinds.LETTERS`.
    kind: Mapped[str] = mapped_column(String(32))
    to_email: Mapped[str] = mapped_column(EncryptedText)
    subject: Mapped[str] = mapped_column(EncryptedText)
    #: Plain text with blank lines between paragraphs and "- " before list items.
    body: Mapped[str] = mapped_column(EncryptedText)
    pdf: Mapped[bytes] = mapped_column(EncryptedBytes)
    #: Ids of the attachments that went with it.
    attachment_ids: Mapped[list[str]] = mapped_column(Json, default=list)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by: Mapped[str] = mapped_column(String(128))


class LetterTemplate(Base):
    """A school's own text for one kind of letter; without it the standard text is used."""

    __tablename__ = "letter_template"
    __table_args__ = (UniqueConstraint("school_id", "kind"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    school_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("school.id"))
    kind: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_by: Mapped[str] = mapped_column(String(128))
