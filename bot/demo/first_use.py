"""Makes the demonstration when it is wanted and there is nothing yet that it could mix with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.fill import fill
from bot.demo.outcome import DEMO, IN_USE, NOBODY
from bot.people.demo_accounts import DEMO_LOGINS
from bot.people.models import Account, email_hash
from bot.requests.models import Request
from bot.schools.models import School
from bot.settings import Settings


def prepare(session: Session, settings: Settings, now: datetime) -> str:
    """One of the words of `outcome`, after the database was filled where that was due."""
    if settings.demo and not any(_has_any(session, model) for model in (Account, Request, School)):
        fill(session, settings, now)
    if not _has_any(session, Account):
        return NOBODY
    known = [email_hash(one.email) for one in DEMO_LOGINS]
    found = select(Account.id).where(Account.email_hash.in_(known)).limit(1)
    return DEMO if session.scalar(found) is not None else IN_USE


def _has_any(session: Session, model: type[Account] | type[Request] | type[School]) -> bool:
    return session.scalar(select(model.id).limit(1)) is not None
