"""A person's own account: where work begins, and a new password."""

from __future__ import annotations

from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.office.cookie import remember
from bot.office.gate import first_page
from bot.people.accounts import change_password
from bot.people.models import OfficeSession
from bot.people.passwords import PasswordRefused, verify
from bot.people.rate_limit import SIGN_IN_ACCOUNT, TooOften, give_back, spend, too_often_nl
from bot.people.roles import ROLES_NL
from bot.people.sessions import start_session
from bot.schools.models import School
from bot.web.visit import NotFound, Visit, see_other


def home(visit: Visit) -> Response:
    return see_other(first_page(visit))


def show(visit: Visit) -> Response:
    account = _own(visit).account
    roles = [
        (
            ROLES_NL[membership.role],
            _school_name(visit, membership.school_id) if membership.school_id else "alle scholen",
        )
        for membership in account.memberships
    ]
    return visit.render("account.html", account=account, roles=roles)


def password(visit: Visit) -> Response:
    """Changes the password; every other browser of this person is signed out."""
    account = _own(visit).account
    if account.password_hash is None:
        return see_other("/kantoor/account")
    if not visit.posted:
        return _page(visit)
    new = visit.text("nieuw", longest=1000)
    try:
        spend(visit.session, SIGN_IN_ACCOUNT, account.email, visit.now)
    except TooOften as error:
        return _page(visit, too_often_nl(error), status=429)
    if not verify(account.password_hash, visit.text("oud", longest=1000)):
        return _page(visit, "Het wachtwoord van nu klopt niet.")
    if new != visit.text("nogmaals", longest=1000):
        return _page(visit, "De twee nieuwe wachtwoorden zijn niet gelijk.")
    if new == visit.text("oud", longest=1000):
        return _page(visit, "Kies een ander wachtwoord dan het oude.")
    try:
        change_password(visit.session, account, new)
    except PasswordRefused as error:
        return _page(visit, str(error))
    give_back(visit.session, SIGN_IN_ACCOUNT, account.email)
    log_office(visit.session, actor=visit.viewer.actor, kind="wachtwoord_gewijzigd", at=visit.now)
    token = start_session(visit.session, account, complete=True, now=visit.now)
    return remember(visit, see_other("/kantoor"), token)


def _page(visit: Visit, error: str = "", status: int = 0) -> Response:
    forced = _own(visit).account.must_change_password
    status = status or (422 if error else 200)
    return visit.render("password.html", status=status, error=error, forced=forced)


def _own(visit: Visit) -> OfficeSession:
    if visit.signed_in is None:
        raise NotFound
    return visit.signed_in


def _school_name(visit: Visit, school_id: object) -> str:
    school = visit.session.get(School, school_id)
    return school.name if school else ""
