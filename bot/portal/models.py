"""One-time links to a request, and the browsers that used one."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from bot.db.base import Base
from bot.db.types import UtcDateTime


class StatusLink(Base):
    """Opens one request once. Kept by the hash of its token."""

    __tablename__ = "status_link"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class StatusSession(Base):
    """A browser that used a link; it sees that request and nothing else."""

    __tablename__ = "status_session"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), index=True
    )
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
