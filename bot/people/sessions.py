"""Signed-in browsers. The token is in the cookie; the database holds only its hash."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.people.models import Account, OfficeSession
from bot.tokens import hash_token

#: A working day, and an hour without a click.
LONGEST = timedelta(hours=10)
IDLE = timedelta(hours=1)
#: Long enough to put a code app on a telephone.
WAITS_FOR_CODE = timedelta(minutes=30)
# Not at every click: a page view should not need to write.
_SEEN_EVERY = timedelta(minutes=5)


def start_session(session: Session, account: Account, *, complete: bool, now: datetime) -> str:
    """Opens a session and returns its token, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    session.add(
        OfficeSession(
            token_hash=hash_token(token),
            account_id=account.id,
            complete=complete,
            created_at=now,
            seen_at=now,
            expires_at=now + (LONGEST if complete else WAITS_FOR_CODE),
        )
    )
    session.flush()
    return token


def find_session(session: Session, token: str, now: datetime) -> OfficeSession | None:
    """The session of this token, if it is still good and its account is."""
    found = session.get(OfficeSession, hash_token(token)) if token else None
    if found is None or now >= found.expires_at or now - found.seen_at >= IDLE:
        return None
    return None if found.account.disabled_at is not None else found


def needs_touch(found: OfficeSession, now: datetime) -> bool:
    return now - found.seen_at >= _SEEN_EVERY


def replace_session(session: Session, old: OfficeSession, now: datetime) -> str:
    """A complete session in place of one that waited for the second factor, with a new token."""
    session.delete(old)
    return start_session(session, old.account, complete=True, now=now)


def end_session(session: Session, token: str) -> None:
    session.execute(delete(OfficeSession).where(OfficeSession.token_hash == hash_token(token)))


def end_all_sessions(session: Session, account_id: uuid.UUID) -> None:
    """Signs this person out everywhere: after a new password, or when the account is closed."""
    session.execute(delete(OfficeSession).where(OfficeSession.account_id == account_id))
