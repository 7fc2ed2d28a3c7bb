"""How often something may be tried: token buckets in the database, so that all processes share."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.people.models import RateBucket


@dataclass(frozen=True, slots=True)
class Limit:
    """`tries` at once; they come back evenly over `period`."""

    name: str
    tries: int
    period: timedelta


SIGN_IN_ACCOUNT = Limit("sign_in_account", 10, timedelta(minutes=15))
SIGN_IN_ADDRESS = Limit("sign_in_address", 50, timedelta(minutes=15))
CODE = Limit("code", 6, timedelta(minutes=15))
STATUS_ADDRESS = Limit("status_address", 20, timedelta(hours=1))
STATUS_MAIL = Limit("status_mail", 5, timedelta(hours=1))


class TooOften(Exception):
    """Try again after `wait`."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("too many tries")
        self.minutes = max(1, -(-int(wait.total_seconds()) // 60))


def spend(session: Session, limit: Limit, key: str, now: datetime) -> None:
    """Takes one try of this key, which is kept as a hash. Raises TooOften when none is left."""
    digest = hashlib.sha256(f"{limit.name}:{key.casefold()}".encode()).digest()
    bucket = session.get(RateBucket, digest, with_for_update=True)
    if bucket is None:
        session.add(RateBucket(key_hash=digest, tokens=limit.tries - 1.0, updated_at=now))
        session.flush()
        return
    passed = max(timedelta(0), now - bucket.updated_at)
    tokens = min(float(limit.tries), bucket.tokens + limit.tries * (passed / limit.period))
    if tokens < 1:
        raise TooOften((1 - tokens) / limit.tries * limit.period)
    bucket.tokens, bucket.updated_at = tokens - 1, now
    session.flush()


def give_back(session: Session, limit: Limit, key: str) -> None:
    """Forgets the tries of this key: it succeeded."""
    digest = hashlib.sha256(f"{limit.name}:{key.casefold()}".encode()).digest()
    bucket = session.get(RateBucket, digest)
    if bucket is not None:
        session.delete(bucket)
