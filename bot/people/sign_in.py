"""Signing in: password first, then the second factor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.office_log import log_office
from bot.people.models import Account, OfficeSession, email_hash
from bot.people.passwords import hash_password, needs_rehash, verify
from bot.people.rate_limit import CODE, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS, give_back, spend
from bot.people.second_factor import use_code, use_recovery_code
from bot.people.sessions import replace_session, start_session


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session's token; `complete` is False while the second factor is still asked."""

    token: str
    complete: bool


def by_password(
    session: Session,
    *,
    email: str,
    password: str,
    address: str,
    needs_second_factor: bool,
    now: datetime,
) -> SignedIn | None:
    """None when address or password is wrong: which of the two is told to nobody.

    Raises TooOften before the password is looked at.
    """
    email = email.strip().casefold()
    spend(session, SIGN_IN_ADDRESS, address, now)
    spend(session, SIGN_IN_ACCOUNT, email, now)
    account = session.scalar(select(Account).where(Account.email_hash == email_hash(email)))
    if not verify(account.password_hash if account else None, password):
        _log(session, account, "inloggen_mislukt", now)
        return None
    if account is None or account.disabled_at is not None:
        return None
    if account.password_hash and needs_rehash(account.password_hash):
        account.password_hash = hash_password(password)
    give_back(session, SIGN_IN_ACCOUNT, email)
    complete = account.totp_secret is None and not needs_second_factor
    return _begin(session, account, complete=complete, now=now)


def by_code(session: Session, waiting: OfficeSession, code: str, now: datetime) -> SignedIn | None:
    """The second factor: a code of the app, or a recovery code. Raises TooOften."""
    account = waiting.account
    spend(session, CODE, str(account.id), now)
    # The same code in two browsers at once: the second one sees that it was used.
    session.refresh(account, with_for_update=True)
    if not (use_code(account, code, now) or use_recovery_code(account, code)):
        _log(session, account, "code_mislukt", now)
        return None
    give_back(session, CODE, str(account.id))
    return finish(session, waiting, now)


def finish(session: Session, waiting: OfficeSession, now: datetime) -> SignedIn:
    """Lets the waiting browser in, with a new token."""
    account = waiting.account
    account.last_signed_in_at = now
    _log(session, account, "ingelogd", now)
    return SignedIn(replace_session(session, waiting, now), complete=True)


def by_provider(session: Session, account: Account, now: datetime) -> SignedIn:
    """The school's own sign-in service vouches for this account, second factor included."""
    return _begin(session, account, complete=True, now=now)


def _begin(session: Session, account: Account, *, complete: bool, now: datetime) -> SignedIn:
    if complete:
        account.last_signed_in_at = now
        _log(session, account, "ingelogd", now)
    return SignedIn(start_session(session, account, complete=complete, now=now), complete)


def _log(session: Session, account: Account | None, kind: str, now: datetime) -> None:
    actor = str(account.id) if account else "onbekend"
    log_office(session, actor=actor, kind=kind, at=now)
