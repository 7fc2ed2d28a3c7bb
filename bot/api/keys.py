"""Keys of a school's own systems: shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.api.models import ApiKey

PREFIX = "dwk_"


def new_key(
    session: Session, school_id: uuid.UUID, *, name: str, may_write: bool, now: datetime
) -> str:
    """Makes a key and returns it; it cannot be read again."""
    key = PREFIX + secrets.token_urlsafe(32)
    session.add(
        ApiKey(
            school_id=school_id,
            name=name.strip()[:60] or "zonder naam",
            key_hash=_hash(key),
            may_write=may_write,
            created_at=now,
        )
    )
    session.flush()
    return key


def find_key(session: Session, key: str) -> ApiKey | None:
    """The key, unless it was withdrawn."""
    query = select(ApiKey).where(ApiKey.key_hash == _hash(key), ApiKey.revoked_at.is_(None))
    return session.scalar(query)


def keys_of(session: Session, school_id: uuid.UUID) -> Sequence[ApiKey]:
    query = select(ApiKey).where(ApiKey.school_id == school_id)
    return session.scalars(query.order_by(ApiKey.created_at)).all()


def revoke(key: ApiKey, now: datetime) -> None:
    key.revoked_at = key.revoked_at or now


def _hash(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
