"""The people of the demonstration, in every role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.audit.office_log import log_office
from bot.demo.schools import PRIMARY, SECONDARY, SPECIAL
from bot.people.accounts import create_account, give_roles
from bot.people.demo_accounts import DEMO_LOGINS, DEMO_PASSWORD, DemoPerson
from bot.people.models import Account
from bot.people.passwords import hash_password
from bot.people.roles import ADMINISTRATION, MANAGER, OFFICER, STAFF
from bot.requests.saved_views import save_view
from bot.requests.worklist import Filters
from bot.schools.models import School

# With a sector where an account has the slug of a school.
_AT_SCHOOLS = (
    DemoPerson("hatice", "Hatice Yıldız", ADMINISTRATION, PRIMARY),
    DemoPerson("jeroen", "Jeroen Blok", ADMINISTRATION, SECONDARY),
    DemoPerson("priya", "Priya Ramdin", ADMINISTRATION, SECONDARY),
    DemoPerson("tomasz", "Tomasz Nowak", ADMINISTRATION, SPECIAL),
    DemoPerson("wietske", "Wietske Dijkstra", STAFF, PRIMARY),
    DemoPerson("samuel", "Samuel Mensah", STAFF, SECONDARY),
    DemoPerson("karin", "Karin Peeters", MANAGER, SPECIAL),
)


@dataclass(frozen=True, slots=True)
class Cast:
    """`workers` may work a sector's requests; `staff` answer in the chat, by mailbox."""

    manager: Account
    officer: Account
    central: Account
    workers: Mapping[str, tuple[Account, ...]]
    staff: Mapping[str, Account]


def make_people(session: Session, schools: Mapping[str, School], now: datetime) -> Cast:
    """Accounts with the known password, which outside the demonstration must be changed."""
    joined = now - timedelta(days=400)
    # Hashing takes its time, and here it hides nothing: once for all.
    hashed = hash_password(DEMO_PASSWORD)
    made = {
        one: _make(session, one, schools, hashed, joined) for one in (*DEMO_LOGINS, *_AT_SCHOOLS)
    }
    by_role = {one.role: made[one] for one in DEMO_LOGINS}
    workers: dict[str, tuple[Account, ...]] = dict.fromkeys(schools, ())
    for one in _AT_SCHOOLS:
        if one.role == ADMINISTRATION and one.school:
            workers[one.school] += (made[one],)
    central = by_role[ADMINISTRATION]
    cast = Cast(
        manager=by_role[MANAGER],
        officer=by_role[OFFICER],
        central=central,
        workers={sector: (*own, central) for sector, own in workers.items()},
        staff={one.mailbox: account for one, account in made.items() if one.role == STAFF},
    )
    _log_the_making(session, cast, joined)
    save_view(session, central.id, "Te laat", Filters(due="te_laat"))
    save_view(session, central.id, "Nog van niemand", Filters(assignee="niemand"))
    return cast


def _make(
    session: Session,
    one: DemoPerson,
    schools: Mapping[str, School],
    hashed: str,
    now: datetime,
) -> Account:
    account = create_account(session, email=one.email, name=one.name, password=None, now=now)
    account.password_hash, account.must_change_password = hashed, True
    give_roles(session, account, [(one.role, schools[one.school].id if one.school else None)])
    return account


def _log_the_making(session: Session, cast: Cast, at: datetime) -> None:
    everybody = {cast.officer, cast.central, *(a for own in cast.workers.values() for a in own)}
    for account in sorted(everybody, key=lambda one: one.email):
        log_office(
            session,
            actor=str(cast.manager.id),
            kind="account_gemaakt",
            at=at,
            data={"account_id": str(account.id)},
        )
