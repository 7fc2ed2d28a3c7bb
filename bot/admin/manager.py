"""`python -m bot.admin manager`: the first manager and school, and the way in for who is locked out."""

from __future__ import annotations

import os
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import clock
from bot.admin.failure import AdminFailed
from bot.audit.office_log import log_office
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.encryption.keys import ensure_key_file
from bot.people.accounts import (
    AccountRefused,
    create_account,
    enable,
    first_password,
    give_roles,
    reset_password,
)
from bot.people.demo_accounts import is_demo_address
from bot.people.models import Account, email_hash
from bot.people.roles import MANAGER
from bot.schools.first_school import ensure_school
from bot.settings import Settings, load_settings

_SYSTEM = "systeem"
_HOW = 'Zo: make manager EMAIL=u@school.nl NAME="Uw Naam"'


def manager(email: str, name: str) -> str:
    """What to tell whoever asked for it. Raises AdminFailed."""
    settings = load_settings()
    try:
        if is_demo_address(email):
            raise AccountRefused("Dit is een adres van de demonstratie. Kies uw eigen adres.")
        _prepare(settings)
        with session_scope() as session:
            password = make_manager(
                session, email=email, name=name, settings=settings, now=clock.now()
            )
    except AccountRefused as refusal:
        raise AdminFailed(f"{refusal}\n{_HOW}") from refusal
    return (
        f"{email} kan inloggen op {settings.public_url}/kantoor met dit wachtwoord:\n\n"
        f"    {password}\n\n"
        "Het werkt één keer: daarna kiest u een eigen wachtwoord en stelt u een code-app in. "
        "Vul dan bij Scholen de gegevens van uw school in, en maak bij Mensen uw collega's aan."
    )


def _prepare(settings: Settings) -> None:
    """As `make run` does: keys and tables, when this is the first command of an installation."""
    if not os.environ.get("DATA_KEYS"):
        ensure_key_file()
    upgrade(settings.database_url)


def make_manager(
    session: Session, *, email: str, name: str, settings: Settings, now: datetime
) -> str:
    """Returns a first password, which must be changed at the first sign-in.

    A manager of the whole board; an account that is there already keeps its other roles and sets
    up its second factor again. Raises AccountRefused.
    """
    account = session.scalar(select(Account).where(Account.email_hash == email_hash(email)))
    if account is None:
        password = first_password()
        account = create_account(session, email=email, name=name, password=password, now=now)
        kind = "account_gemaakt"
    else:
        password = reset_password(session, account)
        enable(account)
        kind = "wachtwoord_vernieuwd"
    roles = {(one.role, one.school_id) for one in account.memberships} | {(MANAGER, None)}
    give_roles(session, account, roles)
    log_office(session, actor=_SYSTEM, kind=kind, at=now, data={"account_id": str(account.id)})
    ensure_school(session, settings, now)
    return password
