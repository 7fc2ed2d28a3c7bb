"""The queue: requests and everything that happened to them."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime


class Request(Base):
    """One request or complaint, as filed; `details` holds the answers of its own kind."""

    __tablename__ = "request"
    __table_args__ = (Index(None, "state", "due_on"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    reference: Mapped[str] = mapped_column(String(16), unique=True)
    #: The same for every try to file the same form, so that it is filed once.
    filing_key: Mapped[str] = mapped_column(String(128), unique=True)
    kind: Mapped[str] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(32))
    outcome: Mapped[str | None] = mapped_column(String(32))

    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    due_steps: Mapped[list[dict[str, str]]] = mapped_column(Json)

    relation: Mapped[str] = mapped_column(String(32))
    standing: Mapped[str] = mapped_column(String(32))
    child_name: Mapped[str] = mapped_column(Text)
    child_birth_date: Mapped[date | None] = mapped_column(Date)
    school: Mapped[str] = mapped_column(Text)
    group: Mapped[str | None] = mapped_column("group_name", Text)
    requester_name: Mapped[str] = mapped_column(Text)
    requester_email: Mapped[str] = mapped_column(Text, index=True)
    requester_phone: Mapped[str | None] = mapped_column(Text)
    details: Mapped[dict[str, Any]] = mapped_column(Json)

    conversation_id: Mapped[str | None] = mapped_column(String(128), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    events: Mapped[list[RequestEvent]] = relationship(
        back_populates="request", order_by="RequestEvent.sequence", passive_deletes="all"
    )


class RequestEvent(Base):
    """What happened to a request, by whom and when. Never changed: see `append_only`."""

    __tablename__ = "request_event"

    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="RESTRICT"), primary_key=True
    )
    #: 1, 2, 3 … within the request: two writers at once cannot both add the same one.
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    actor: Mapped[str] = mapped_column(String(128))
    kind: Mapped[str] = mapped_column(String(64))
    data: Mapped[dict[str, Any]] = mapped_column(Json)

    request: Mapped[Request] = relationship(back_populates="events")
