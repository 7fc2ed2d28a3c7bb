"""Signing in: password or school account, then the second factor."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.office.cookie import forget, remember
from bot.office.gate import COOKIE, first_page
from bot.people import oidc, sign_in
from bot.people.demo_accounts import DEMO_LOGINS, DEMO_PASSWORD, enters_lightly
from bot.people.models import Account, OfficeSession, email_hash
from bot.people.rate_limit import SIGN_IN_ADDRESS, TooOften, spend, too_often_nl
from bot.people.roles import ROLES_NL
from bot.people.second_factor import fitting_step, new_recovery_codes, new_secret, qr_svg
from bot.people.sessions import end_session, find_session
from bot.people.viewer import viewer_of
from bot.web.visit import NotFound, Visit, see_other

_WRONG = "Het e-mailadres of het wachtwoord klopt niet. Probeer het opnieuw."
_WRONG_CODE = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code."
OIDC_COOKIE = "kantoor_oidc"


def password(visit: Visit) -> Response:
    if not visit.posted:
        return _password_page(visit)
    email = visit.text("email", longest=254)
    try:
        done = sign_in.by_password(
            visit.session,
            email=email,
            password=visit.text("wachtwoord", longest=1000),
            address=visit.address,
            needs_second_factor=not enters_lightly(visit.settings, email),
            now=visit.now,
        )
    except TooOften as error:
        return _password_page(visit, too_often_nl(error), status=429)
    if done is None:
        return _password_page(visit, _WRONG, status=422)
    return remember(visit, see_other("/kantoor"), done.token)


def _password_page(visit: Visit, error: str = "", status: int = 200) -> Response:
    return visit.render(
        "sign_in.html",
        status=status,
        error=error,
        email=visit.text("email", longest=254),
        provider=visit.settings.oidc_name if oidc.is_configured(visit.settings) else "",
        demo_logins=DEMO_LOGINS if _shows_demo(visit) else (),
        demo_password=DEMO_PASSWORD,
        roles=ROLES_NL,
    )


def _shows_demo(visit: Visit) -> bool:
    """Are the accounts of the demonstration here, with the password that everybody knows?"""
    if not visit.settings.demo:
        return False
    first = select(Account).where(Account.email_hash == email_hash(DEMO_LOGINS[0].email))
    account = visit.session.scalar(first)
    return account is not None and account.must_change_password


def code(visit: Visit) -> Response:
    waiting = _waiting(visit)
    if waiting.complete or waiting.account.totp_secret is None:
        return see_other("/kantoor")
    if not visit.posted:
        return visit.render("code.html", error="")
    try:
        done = sign_in.by_code(visit.session, waiting, visit.text("code", longest=40), visit.now)
    except TooOften as error:
        return visit.render("code.html", status=429, error=too_often_nl(error))
    if done is None:
        return visit.render("code.html", status=422, error=_WRONG_CODE)
    return remember(visit, see_other("/kantoor"), done.token)


def second_factor(visit: Visit) -> Response:
    """Sets the app up: shows a secret, and keeps it once a code of it was typed."""
    waiting = _waiting(visit)
    account = waiting.account
    if account.totp_secret is not None:
        return see_other("/kantoor/account" if waiting.complete else "/kantoor/code")
    if waiting.offered_secret is None:
        waiting.offered_secret = new_secret()
    if not visit.posted:
        return _set_up_page(visit, waiting)
    step = fitting_step(waiting.offered_secret, visit.text("code", longest=40), visit.now)
    if step is None:
        return _set_up_page(visit, waiting, _WRONG_CODE, status=422)
    account.totp_secret, account.totp_last_step = waiting.offered_secret, step
    codes = new_recovery_codes(account)
    done = sign_in.finish(visit.session, waiting, visit.now)
    visit.viewer = viewer_of(account)
    page = visit.render("recovery_codes.html", codes=codes, next_page=first_page(visit))
    return remember(visit, page, done.token)


def _set_up_page(
    visit: Visit, waiting: OfficeSession, error: str = "", status: int = 200
) -> Response:
    secret = waiting.offered_secret or ""
    return visit.render(
        "second_factor.html",
        status=status,
        error=error,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        qr=qr_svg(secret, waiting.account.email),
    )


def leave(visit: Visit) -> Response:
    end_session(visit.session, visit.http.cookies.get(COOKIE, ""))
    return forget(see_other("/kantoor/inloggen"))


def to_provider(visit: Visit) -> Response:
    """Sends the browser to the school's own sign-in service."""
    if not oidc.is_configured(visit.settings):
        raise NotFound
    try:
        start = oidc.begin(visit.settings)
    except oidc.ProviderUnreachable as error:
        return _password_page(visit, str(error), status=503)
    response = see_other(start.address)
    response.set_cookie(
        OIDC_COOKIE,
        start.sealed,
        max_age=600,
        path="/kantoor/inloggen",
        httponly=True,
        samesite="lax",
        secure=visit.settings.public_url.startswith("https:"),
    )
    return response


def from_provider(visit: Visit) -> Response:
    """The browser comes back with a code that only we can turn into a name."""
    if not oidc.is_configured(visit.settings):
        raise NotFound
    try:
        with visit.writing() as session:
            spend(session, SIGN_IN_ADDRESS, visit.address, visit.now)
        identity = oidc.finish(
            visit.settings, visit.http.cookies.get(OIDC_COOKIE, ""), dict(visit.http.query_params)
        )
        with visit.writing() as session:
            account = oidc.account_of(session, identity)
            done = sign_in.by_provider(session, account, visit.now)
    except TooOften as error:
        return _password_page(visit, too_often_nl(error), status=429)
    except oidc.ProviderUnreachable as error:
        return _password_page(visit, str(error), status=503)
    except oidc.SignInRefused as error:
        return _password_page(visit, str(error), status=403)
    response = remember(visit, see_other("/kantoor"), done.token)
    response.delete_cookie(OIDC_COOKIE, path="/kantoor/inloggen")
    return response


def _waiting(visit: Visit) -> OfficeSession:
    found = find_session(visit.session, visit.http.cookies.get(COOKIE, ""), visit.now)
    if found is None:
        raise NotFound
    return found
