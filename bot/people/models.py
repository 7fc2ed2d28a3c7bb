"""Accounts, their roles per school, and who is signed in."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime
from bot.encryption.columns import EncryptedText
from bot.encryption.search import keyed_hash


def email_hash(email: str) -> bytes:
    """What an account is looked up by: its address is encrypted."""
    return keyed_hash(email.strip().casefold(), purpose="account")


class Account(Base):
    """One person. Without `password_hash` only the school's own sign-in service lets in."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("oidc_issuer", "oidc_subject"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    email: Mapped[str] = mapped_column(EncryptedText)
    #: Finds the account; see `email_hash`.
    email_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    password_hash: Mapped[str | None] = mapped_column(Text)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    totp_secret: Mapped[str | None] = mapped_column(EncryptedText)
    #: The time step of the last code that was used: a code is good for one sign-in.
    totp_last_step: Mapped[int] = mapped_column(default=0)
    #: Hashes of the codes for a lost telephone; each is removed when used.
    recovery_hashes: Mapped[list[str]] = mapped_column(Json, default=list)
    oidc_issuer: Mapped[str | None] = mapped_column(Text)
    oidc_subject: Mapped[str | None] = mapped_column(Text)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_signed_in_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    memberships: Mapped[list[Membership]] = relationship(
        back_populates="account", cascade="all, delete-orphan"
    )

    @validates("email")
    def _index_email(self, _key: str, email: str) -> str:
        self.email_hash = email_hash(email)
        return email


class Membership(Base):
    """A role at one school, or at all schools of the board when `school_id` is empty."""

    __tablename__ = "membership"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    school_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("school.id"))
    role: Mapped[str] = mapped_column(String(32))

    account: Mapped[Account] = relationship(back_populates="memberships")


class OfficeSession(Base):
    """A browser that signed in. Kept by the hash of its token, so that a copy lets nobody in."""

    __tablename__ = "office_session"

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    #: False until the second factor is given: then it opens nothing but the page that asks for it.
    complete: Mapped[bool] = mapped_column(default=False)
    #: A TOTP secret that is shown but not confirmed yet.
    offered_secret: Mapped[str | None] = mapped_column(EncryptedText)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    account: Mapped[Account] = relationship()


class RateBucket(Base):
    """A token bucket: how often something may still be tried. `key_hash` hides an address."""

    __tablename__ = "rate_bucket"

    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    tokens: Mapped[float]
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
