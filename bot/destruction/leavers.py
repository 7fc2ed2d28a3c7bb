"""Forgetting who left: a closed account loses its name when nothing shows it any more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.people.models import Account
from bot.people.sessions import end_all_sessions
from bot.requests.models import SavedView

FORMER_NL = "een oud-collega"


def forget_leavers(session: Session, closed_before: datetime) -> int:
    """Empties accounts that were closed before that moment; returns how many.

    The row stays: events and requests point to it, and say no more than that it was a colleague.
    """
    query = select(Account).where(Account.disabled_at < closed_before)
    leavers = [one for one in session.scalars(query) if one.name != FORMER_NL]
    for account in leavers:
        _forget(session, account)
    session.flush()
    return len(leavers)


def _forget(session: Session, account: Account) -> None:
    account.name = FORMER_NL
    # Unique, and an address that cannot exist: RFC 2606.
    account.email = f"{account.id}@weg.invalid"
    account.password_hash = account.totp_secret = None
    account.oidc_issuer = account.oidc_subject = None
    account.recovery_hashes = []
    account.memberships = []
    end_all_sessions(session, account.id)
    session.execute(delete(SavedView).where(SavedView.account_id == account.id))
