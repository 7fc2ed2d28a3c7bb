"""The people of the office and their roles."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import selectinload
from starlette.responses import Response

from bot.audit.office_log import log_at_schools
from bot.parsing.clean import plain
from bot.people.accounts import (
    AccountRefused,
    create_account,
    disable,
    enable,
    first_password,
    give_roles,
    reset_password,
)
from bot.people.models import Account
from bot.people.roles import MANAGE_PEOPLE, ROLES_NL
from bot.schools.models import School
from bot.web.visit import NotFound, Visit, see_other


def everybody(visit: Visit) -> Response:
    query = select(Account).options(selectinload(Account.memberships))
    seen = [one for one in visit.session.scalars(query) if _may_see(visit, one)]
    accounts = sorted(seen, key=lambda one: plain(one.name))
    names = {school.id: school.name for school in _schools(visit)}
    return visit.render("people.html", accounts=accounts, roles=ROLES_NL, school_names=names)


def new(visit: Visit) -> Response:
    if not visit.posted:
        return _page(visit, None)
    password = None if visit.text("inloggen") == "schoolaccount" else first_password()
    try:
        roles = _roles(visit)
        if not roles:
            raise AccountRefused("Kies minstens één rol.")
        with visit.session.begin_nested():
            account = create_account(
                visit.session,
                email=visit.text("email", longest=254),
                name=visit.text("naam", longest=100),
                password=password,
                now=visit.now,
            )
            give_roles(visit.session, account, roles)
    except AccountRefused as error:
        return _page(visit, None, error=str(error))
    _log(visit, "account_gemaakt", account, _places(account))
    return _page(visit, account, password=password or "", done="Het account is gemaakt.")


def edit(visit: Visit) -> Response:
    account = visit.session.get(Account, visit.identifier(visit.path("account")))
    if account is None or not _may_see(visit, account):
        raise NotFound
    if not visit.posted:
        return _page(visit, account)
    try:
        return _change(visit, account)
    except AccountRefused as error:
        return _page(visit, account, error=str(error))


def _change(visit: Visit, account: Account) -> Response:
    choice = visit.text("keuze")
    places = _places(account)
    if choice == "rollen":
        # Roles at schools that are not this manager's stay as they are.
        kept = [
            (one.role, one.school_id)
            for one in account.memberships
            if not visit.viewer.may(MANAGE_PEOPLE, one.school_id)
        ]
        give_roles(visit.session, account, [*kept, *_roles(visit)])
        _log(visit, "rollen_gewijzigd", account, places | _places(account))
        return see_other("/kantoor/mensen")
    if not _manages_all_of(visit, account):
        raise AccountRefused("Deze persoon werkt ook voor een school die niet van u is.")
    if choice == "wachtwoord":
        password = reset_password(visit.session, account)
        _log(visit, "wachtwoord_vernieuwd", account, places)
        return _page(visit, account, password=password, done="Er is een nieuw wachtwoord.")
    if choice == "sluiten":
        disable(visit.session, account, visit.now)
        _log(visit, "account_gesloten", account, places)
    elif choice == "openen":
        enable(account)
        _log(visit, "account_geopend", account, places)
    return see_other("/kantoor/mensen")


def _roles(visit: Visit) -> list[tuple[str, uuid.UUID | None]]:
    """Each ticked box is `role:school`, or `role:alle` for the whole board."""
    chosen: list[tuple[str, uuid.UUID | None]] = []
    for value in visit.texts("rol"):
        role, _, school = value.partition(":")
        school_id = None if school == "alle" else visit.identifier(school)
        if role not in ROLES_NL or not visit.viewer.may(MANAGE_PEOPLE, school_id):
            raise NotFound
        chosen.append((role, school_id))
    return chosen


def _may_see(visit: Visit, account: Account) -> bool:
    scope = visit.viewer.scope(MANAGE_PEOPLE)
    return scope.everywhere or any(scope.holds(one.school_id) for one in account.memberships)


def _manages_all_of(visit: Visit, account: Account) -> bool:
    return all(visit.viewer.may(MANAGE_PEOPLE, one.school_id) for one in account.memberships)


def _schools(visit: Visit) -> Collection[School]:
    return visit.session.scalars(select(School).order_by(School.name)).all()


def _page(
    visit: Visit,
    account: Account | None,
    *,
    error: str = "",
    password: str = "",
    done: str = "",
) -> Response:
    scope = visit.viewer.scope(MANAGE_PEOPLE)
    held = {(one.role, one.school_id) for one in account.memberships} if account else set()
    return visit.render(
        "person.html",
        status=422 if error else 200,
        error=error,
        done=done,
        account=account,
        password=password,
        roles=ROLES_NL,
        held=held,
        schools=[school for school in _schools(visit) if scope.holds(school.id)],
        whole_board=scope.everywhere,
        typed_email=visit.text("email", longest=254),
        typed_name=visit.text("naam", longest=100),
    )


def _places(account: Account) -> set[uuid.UUID | None]:
    return {one.school_id for one in account.memberships}


def _log(visit: Visit, kind: str, account: Account, places: set[uuid.UUID | None]) -> None:
    log_at_schools(
        visit.session,
        places,
        actor=visit.viewer.actor,
        kind=kind,
        at=visit.now,
        data={"account_id": str(account.id)},
    )
