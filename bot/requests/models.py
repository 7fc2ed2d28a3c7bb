"""The queue: requests and everything that happened to them."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime
from bot.encryption.columns import EncryptedBytes, EncryptedDate, EncryptedJson, EncryptedText
from bot.requests.search_words import name_hashes
from bot.requests.workflow import DONE

# All that the worklist sorts and filters by: a page is found without reading rows.
_WORKLIST = ("due_on", "id", "state", "kind", "assignee_id", "reference")
_IS_OPEN = text(f"state <> '{DONE}'")


class Request(Base):
    """One request or complaint, as filed; `details` holds the answers of its own kind."""

    __tablename__ = "request"
    __table_args__ = (
        Index(None, "state", "due_on"),
        Index(None, "closed_at"),
        Index(None, "school_id", "received_at", "id"),
        Index("ix_request_worklist", *_WORKLIST, "school_id"),
        Index("ix_request_school_worklist", "school_id", *_WORKLIST),
        # Most requests are closed, and most looking is for those that are not.
        Index(
            "ix_request_open",
            *(*_WORKLIST, "school_id"),
            sqlite_where=_IS_OPEN,
            postgresql_where=_IS_OPEN,
        ),
    )

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
    #: The weeks that the complaint rule gave when it was filed; the rule may change later.
    complaint_term_weeks: Mapped[int | None]
    #: [first day, last day or None] of each time that the clock stood still, as ISO dates.
    pauses: Mapped[list[list[str | None]]] = mapped_column(Json, default=list)
    extended_on: Mapped[date | None] = mapped_column(Date)
    #: When the worker saw that the last day had passed.
    late_on: Mapped[date | None] = mapped_column(Date)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Why it may not be erased although its term is over.
    legal_hold: Mapped[str | None] = mapped_column(EncryptedText)
    anonymised_on: Mapped[date | None] = mapped_column(Date)
    #: The items of `checklists` that are done.
    checklist: Mapped[list[str]] = mapped_column(Json, default=list)
    #: Empty while nobody has said which school it is for.
    school_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("school.id"))
    assignee_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    #: Raised by every change: two people who change the same thing at once are told.
    version: Mapped[int] = mapped_column(default=1)

    relation: Mapped[str] = mapped_column(String(32))
    standing: Mapped[str] = mapped_column(String(32))
    child_name: Mapped[str] = mapped_column(EncryptedText)
    child_birth_date: Mapped[date | None] = mapped_column(EncryptedDate)
    school: Mapped[str] = mapped_column(EncryptedText)
    group: Mapped[str | None] = mapped_column("group_name", EncryptedText)
    requester_name: Mapped[str] = mapped_column(EncryptedText)
    requester_email: Mapped[str] = mapped_column(EncryptedText)
    requester_phone: Mapped[str | None] = mapped_column(EncryptedText)
    details: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)

    conversation_id: Mapped[str | None] = mapped_column(String(128), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    events: Mapped[list[RequestEvent]] = relationship(
        back_populates="request", order_by="RequestEvent.sequence", passive_deletes="all"
    )
    search_words: Mapped[list[SearchWord]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )

    @validates("child_name", "requester_name")
    def _index_names(self, key: str, value: str) -> str:
        names = {"child_name": self.child_name, "requester_name": self.requester_name, key: value}
        wanted = name_hashes(*(name or "" for name in names.values()))
        kept = [word for word in self.search_words if word.word_hash in wanted]
        known = {word.word_hash for word in kept}
        self.search_words = [*kept, *(SearchWord(word_hash=new) for new in wanted - known)]
        return value


class SearchWord(Base):
    """A keyed hash of a name, or of its beginning: finds a request whose names are encrypted."""

    __tablename__ = "search_word"

    word_hash: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), primary_key=True, index=True
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
    data: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)

    request: Mapped[Request] = relationship(back_populates="events")


class EventPlace(Base):
    """Where an event stands in the order that other systems read them in: see `event_order`."""

    __tablename__ = "event_place"
    __table_args__ = (
        ForeignKeyConstraint(
            ["request_id", "sequence"],
            ["request_event.request_id", "request_event.sequence"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("request_id", "sequence"),
    )

    #: In the order of writing; of one request always in the order of its events.
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[uuid.UUID] = mapped_column(Uuid)
    sequence: Mapped[int]
    #: Empty until somebody reads: then everything that is committed gets the next numbers.
    position: Mapped[int | None] = mapped_column(unique=True)


class EventCounter(Base):
    """One row: the last position given, also when its event has been erased since."""

    __tablename__ = "event_counter"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class RequestNote(Base):
    """Something written on a request: by the office for itself, or by the parent."""

    __tablename__ = "request_note"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="RESTRICT"), index=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: An account's id, or `aanvrager`.
    author: Mapped[str] = mapped_column(String(128))
    author_name: Mapped[str] = mapped_column(EncryptedText)
    text: Mapped[str] = mapped_column(EncryptedText)


class Attachment(Base):
    """A file with a request: from the parent, or to be sent with a letter."""

    __tablename__ = "attachment"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="RESTRICT"), index=True
    )
    #: True for what the parent sent in.
    from_requester: Mapped[bool]
    name: Mapped[str] = mapped_column(EncryptedText)
    media_type: Mapped[str] = mapped_column(String(128))
    #: Bytes.
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(EncryptedBytes, deferred=True)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    added_by: Mapped[str] = mapped_column(String(128))


class SavedView(Base):
    """A worklist's filters under a name, for one person."""

    __tablename__ = "saved_view"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    #: The query string of the worklist.
    query: Mapped[str] = mapped_column(Text)


class RetentionTerm(Base):
    """What happens to closed requests of a kind, and after how many months."""

    __tablename__ = "retention_term"

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    months: Mapped[int]
    #: verwijderen or anonimiseren
    action: Mapped[str] = mapped_column(String(16))


class Destruction(Base):
    """Proof that a request was erased. Holds no personal data."""

    __tablename__ = "destruction"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(Uuid, index=True)
    school_id: Mapped[uuid.UUID | None] = mapped_column(Uuid, index=True)
    kind: Mapped[str] = mapped_column(String(32))
    outcome: Mapped[str | None] = mapped_column(String(32))
    received_on: Mapped[date] = mapped_column(Date)
    closed_on: Mapped[date] = mapped_column(Date)
    #: The term that was over, in months, and what was done.
    months: Mapped[int]
    action: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
