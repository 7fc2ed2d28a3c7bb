"""How often something may be tried: token buckets in the database, so that all processes share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.encryption.search import keyed_hash
from bot.people.models import RateBucket


@dataclass(frozen=True, slots=True)
class Limit:
    """`tries` at once; they come back evenly over `period`."""

    name: str
    tries: int
    period: timedelta


SIGN_IN_ACCOUNT = Limit("sign_in_account", 10, timedelta(minutes=15))
SIGN_IN_ADDRESS = Limit("sign_in_address", 50, timedelta(minutes=15))
# Three codes of a million are right at any moment: 144 guesses a day find one in six years.
CODE = Limit("code", 6, timedelta(hours=1))
STATUS_ADDRESS = Limit("status_address", 20, timedelta(hours=1))
STATUS_WRITE = Limit("status_write", 30, timedelta(hours=1))
STATUS_MAIL = Limit("status_mail", 5, timedelta(hours=1))


class TooOften(Exception):
    """Try again after `wait`."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("too many tries")
        self.seconds = max(1, ceil(wait.total_seconds()))
        self.minutes = max(1, -(-int(wait.total_seconds()) // 60))


def too_often_nl(error: TooOften) -> str:
    """What to tell who tried."""
    minutes = "1 minuut" if error.minutes == 1 else f"{error.minutes} minuten"
    return f"Er is te vaak geprobeerd. Wacht {minutes} en probeer het dan opnieuw."


def spend(session: Session, limit: Limit, key: str, now: datetime) -> None:
    """Takes one try of this key, which is kept as a hash. Raises TooOften when none is left."""
    digest = _hidden(limit, key)
    bucket = _bucket(session, limit, digest, now)
    passed = max(timedelta(0), now - bucket.updated_at)
    tokens = min(float(limit.tries), bucket.tokens + limit.tries * (passed / limit.period))
    if tokens < 1:
        raise TooOften((1 - tokens) / limit.tries * limit.period)
    bucket.tokens, bucket.updated_at = tokens - 1, now
    session.flush()


def _hidden(limit: Limit, key: str) -> bytes:
    # With a key: whoever has the table could otherwise try all network addresses in an hour.
    return keyed_hash(key.casefold(), purpose=f"limit:{limit.name}")


def _bucket(session: Session, limit: Limit, digest: bytes, now: datetime) -> RateBucket:
    found = session.get(RateBucket, digest, with_for_update=True)
    if found is not None:
        return found
    try:
        with session.begin_nested():
            session.add(RateBucket(key_hash=digest, tokens=float(limit.tries), updated_at=now))
    except IntegrityError:
        # Another process made it in the meantime.
        pass
    return session.get_one(RateBucket, digest, with_for_update=True, populate_existing=True)


def give_back(session: Session, limit: Limit, key: str) -> None:
    """Forgets the tries of this key: it succeeded."""
    digest = _hidden(limit, key)
    bucket = session.get(RateBucket, digest)
    if bucket is not None:
        session.delete(bucket)
