"""A school with everything on it, and the people who look at it."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Browser, Page
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import clock
from bot.api.keys import new_key
from bot.db.session import session_scope
from bot.outbox.targets import add_target
from bot.people.models import Account, Membership
from bot.people.passwords import hash_password
from bot.people.roles import ROLES_NL
from bot.people.second_factor import new_secret
from bot.people.sessions import start_session
from bot.portal.links import LINK_LIVES, SESSION_LIVES
from bot.portal.models import StatusLink, StatusSession
from bot.requests.models import Destruction, Request
from bot.requests.saved_views import save_view
from bot.requests.worklist import read_filters
from bot.schools.models import School, SchoolHoliday
from bot.settings import Settings
from bot.tokens import hash_token
from tests.browser.chromium import Watch
from tests.browser.showcase_conversations import converse
from tests.browser.showcase_requests import LONG_NAME, SLUG, file_all, work_all
from tests.browser.site import Site
from tests.support.people import PASSWORD


@dataclass
class Showcase:
    """The pages of five browsers; `names` fill the places in an address."""

    names: dict[str, str]
    #: Somebody with every role, somebody with a password only and one with a code-app as well.
    office: Page
    without_app: Page
    with_app: Page
    parent: Page
    nobody: Page


def furnish(site: Site, watch: Watch, browser: Browser) -> Showcase:
    references = file_all(site)
    pages = {name: watch.open(browser).new_page() for name in Showcase.__annotations__}
    del pages["names"]
    with session_scope(site.engine) as session:
        everything = _account(
            session, "alles", name=LONG_NAME, roles=tuple(ROLES_NL), totp_secret=new_secret()
        )
        work_all(session, references, everything)
        _set_up(session, everything)
        let_in(session, pages["office"], everything, complete=True)
        let_in(session, pages["without_app"], _account(session, "zonder-app"), complete=False)
        with_app = _account(session, "met-app", totp_secret=new_secret())
        let_in(session, pages["with_app"], with_app, complete=False)
        request = _request(session, references["asked"])
        show_status(session, pages["parent"], request)
        school = session.scalars(select(School).where(School.slug == SLUG)).one()
        names = (
            references
            | converse(session, school, everything)
            | {
                "account": str(everything.id),
                "link": _unused_link(session, request),
                "slug": SLUG,
            }
        )
    return Showcase(names, **pages)


def _request(session: Session, reference: str) -> Request:
    return session.scalars(select(Request).where(Request.reference == reference)).one()


def _account(session: Session, key: str, roles: tuple[str, ...] = (), **values) -> Account:
    account = Account(
        **({"name": f"Persoon {key}"} | values),
        email=f"{key}@school.voorbeeld.nl",
        password_hash=hash_password(PASSWORD),
        created_at=clock.now(),
        memberships=[Membership(role=role, school_id=None) for role in roles],
    )
    session.add(account)
    session.flush()
    return account


def _set_up(session: Session, account: Account) -> None:
    """Settings, keys, views and a proof of destruction."""
    school = session.scalars(select(School).where(School.slug == SLUG)).one()
    today, now = clock.today(), clock.now()
    last = today + timedelta(days=14)
    school.holidays.append(SchoolHoliday(name="Kerstvakantie", first=today, last=last))
    new_key(session, school.id, name="Leerlingsysteem", may_write=True, now=now)
    # Nothing listens there.
    add_target(session, school.id, f"http://127.0.0.1:1/{'lang/' * 20}", now, Settings(demo=True))
    for name in ("Te laat", "Klachten van mijn school die deze week af moeten zijn"):
        save_view(session, account.id, name, read_filters({"termijn": "te_laat"}))
    session.add(
        Destruction(
            request_id=uuid.uuid4(),
            kind="toestemming_intrekken",
            outcome="deels_toegewezen",
            received_on=date(2020, 1, 6),
            closed_on=date(2020, 1, 20),
            months=24,
            action="verwijderen",
            at=now,
        )
    )


def let_in(session: Session, page: Page, account: Account, *, complete: bool) -> None:
    """This page's browser has signed in; not complete is without the second factor yet."""
    token = start_session(session, account, complete=complete, now=clock.now())
    _set_cookie(page, "kantoor", token)


def _set_cookie(page: Page, name: str, token: str) -> None:
    cookie = {"name": name, "value": token, "domain": "127.0.0.1", "path": f"/{name}"}
    page.context.add_cookies([cookie])


def show_status(session: Session, page: Page, request: Request) -> None:
    """This page's browser has used a link to the request."""
    token = secrets.token_urlsafe(32)
    expires_at = clock.now() + SESSION_LIVES
    session.add(
        StatusSession(token_hash=hash_token(token), request_id=request.id, expires_at=expires_at)
    )
    _set_cookie(page, "status", token)


def _unused_link(session: Session, request: Request) -> str:
    token, now = secrets.token_urlsafe(32), clock.now()
    session.add(
        StatusLink(
            token_hash=hash_token(token),
            request_id=request.id,
            created_at=now,
            expires_at=now + LINK_LIVES,
        )
    )
    return token
