"""Making and changing accounts."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.parsing.email import parse_email
from bot.parsing.outcome import Problem
from bot.people.models import Account, Membership, email_hash
from bot.people.passwords import check_choice, hash_password
from bot.people.roles import MANAGER, ROLES_NL
from bot.people.sessions import end_all_sessions


class AccountRefused(ValueError):
    """This account cannot be made or changed; the text says why, in Dutch."""


def create_account(
    session: Session,
    *,
    email: str,
    name: str,
    password: str | None,
    now: datetime,
    must_change_password: bool = True,
) -> Account:
    """Without a password only the school's own sign-in service lets this person in."""
    outcome = parse_email(email, date.min)
    address = outcome.as_typed if isinstance(outcome, Problem) else outcome.value
    if not address:
        raise AccountRefused("Dit is geen e-mailadres.")
    address = address.casefold()
    if not name.strip():
        raise AccountRefused("Vul een naam in.")
    if (
        session.scalar(select(Account.id).where(Account.email_hash == email_hash(address)))
        is not None
    ):
        raise AccountRefused("Er is al iemand met dit e-mailadres.")
    account = Account(
        email=address,
        name=name.strip(),
        password_hash=hash_password(password) if password else None,
        must_change_password=must_change_password and password is not None,
        created_at=now,
    )
    session.add(account)
    session.flush()
    return account


def first_password() -> str:
    """Something to hand over and to be changed at the first sign-in."""
    return "-".join(secrets.token_hex(2) for _ in range(4))


def give_roles(
    session: Session, account: Account, roles: Collection[tuple[str, uuid.UUID | None]]
) -> None:
    """These (role, school) pairs instead of the earlier ones; no school is the whole board."""
    if any(role not in ROLES_NL for role, _ in roles):
        raise AccountRefused("Deze rol bestaat niet.")
    if not _keeps_a_manager(session, account, roles):
        raise AccountRefused("Er moet één beheerder voor het hele bestuur overblijven.")
    account.memberships = [Membership(role=role, school_id=school) for role, school in set(roles)]
    session.flush()


def change_password(session: Session, account: Account, password: str) -> None:
    """Raises PasswordRefused. Other browsers of this person are signed out."""
    check_choice(password, email=account.email, name=account.name)
    account.password_hash, account.must_change_password = hash_password(password), False
    end_all_sessions(session, account.id)


def reset_password(session: Session, account: Account) -> str:
    """A first password again; the second factor has to be set up anew as well."""
    password = first_password()
    account.password_hash, account.must_change_password = hash_password(password), True
    account.totp_secret, account.recovery_hashes = None, []
    end_all_sessions(session, account.id)
    return password


def disable(session: Session, account: Account, now: datetime) -> None:
    """Closes the account. It stays, because events name it."""
    if not _keeps_a_manager(session, account, ()):
        raise AccountRefused("Er moet één beheerder voor het hele bestuur overblijven.")
    account.disabled_at = now
    end_all_sessions(session, account.id)


def enable(account: Account) -> None:
    account.disabled_at = None


def _keeps_a_manager(
    session: Session, account: Account, roles: Collection[tuple[str, uuid.UUID | None]]
) -> bool:
    if (MANAGER, None) in roles:
        return True
    query = (
        select(func.count())
        .select_from(Membership)
        .join(Account)
        .where(Membership.role == MANAGER, Membership.school_id.is_(None))
        .where(Account.disabled_at.is_(None), Account.id != account.id)
    )
    is_manager = any((m.role, m.school_id) == (MANAGER, None) for m in account.memberships)
    return not is_manager or bool(session.scalar(query))
