"""Who may see a page: decided here for all of them, from the table of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select, update
from starlette.responses import Response

from bot.conversations.models import Conversation
from bot.people.demo_accounts import enters_lightly
from bot.people.models import OfficeSession
from bot.people.roles import ANSWER_QUESTIONS, READ_REPORTS, READ_REQUESTS, WORK_REQUESTS
from bot.people.second_factor import opens_with_password_alone
from bot.people.sessions import find_session, needs_touch
from bot.people.viewer import viewer_of
from bot.requests.models import Request
from bot.schools.models import School
from bot.web.door import Handler
from bot.web.visit import NotFound, Visit, see_other

COOKIE = "kantoor"
Entry = Literal["anyone", "waiting", "signed_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One row: the path under /kantoor, who it is for, and what its path names.

    `permission` must hold at the school of the subject, or anywhere when the page has none.
    `entry`: anyone, who gave a password but no second factor yet, or who is signed in.
    """

    path: str
    handler: Handler
    methods: tuple[str, ...] = ("GET",)
    permission: str | None = None
    #: The permission must hold for the whole board.
    whole_board: bool = False
    about: Literal["request", "school", "conversation", None] = None
    entry: Entry = "signed_in"
    reads_only: bool = False
    #: Asked by a script again and again: does not keep somebody signed in who has gone.
    by_script: bool = False


def guarded(page: Page) -> Handler:
    """The page's handler behind its gate."""

    def handler(visit: Visit) -> Response:
        if page.entry == "anyone":
            return page.handler(visit)
        signed_in = find_session(visit.session, visit.http.cookies.get(COOKIE, ""), visit.now)
        elsewhere = _elsewhere(page, visit, signed_in)
        if elsewhere is not None or signed_in is None:
            return see_other(elsewhere or "/kantoor/inloggen")
        _admit(page, visit, signed_in)
        if page.permission == WORK_REQUESTS and _is_anonymised(visit):
            # Nobody's name may come back into it: it would never be erased again.
            return see_other(f"/kantoor/verzoek/{visit.subject.reference}")
        return page.handler(visit)

    return handler


def _elsewhere(page: Page, visit: Visit, signed_in: OfficeSession | None) -> str | None:
    """Where this browser has to go first; None when it may come in."""
    if signed_in is None:
        return "/kantoor/inloggen"
    if page.entry == "waiting":
        return None
    account = signed_in.account
    if not signed_in.complete:
        return "/kantoor/code" if account.totp_secret else "/kantoor/tweede-factor"
    if enters_lightly(visit.settings, account.email):
        return None
    if opens_with_password_alone(account):
        return "/kantoor/tweede-factor"
    forced = account.must_change_password and page.path != "/wachtwoord"
    return "/kantoor/wachtwoord" if forced else None


def _admit(page: Page, visit: Visit, signed_in: OfficeSession) -> None:
    if needs_touch(signed_in, visit.now) and not page.by_script:
        _touch(visit, signed_in)
    visit.signed_in = signed_in
    if not signed_in.complete:
        # A password alone tells not even whose it is.
        return
    visit.viewer = viewer_of(signed_in.account)
    school_id = None
    if page.about is not None:
        visit.subject = _subject(page, visit)
        is_school = isinstance(visit.subject, School)
        school_id = visit.subject.id if is_school else visit.subject.school_id
    if page.permission is None:
        return
    if page.whole_board:
        allowed = visit.viewer.scope(page.permission).everywhere
    elif page.about is None:
        allowed = visit.viewer.has(page.permission)
    else:
        allowed = visit.viewer.may(page.permission, school_id)
    if not allowed:
        raise NotFound


def _is_anonymised(visit: Visit) -> bool:
    return isinstance(visit.subject, Request) and visit.subject.anonymised_on is not None


def _touch(visit: Visit, signed_in: OfficeSession) -> None:
    if not visit.only_reads:
        signed_in.seen_at = visit.now
        return
    with visit.writing() as session:
        session.execute(
            update(OfficeSession)
            .where(OfficeSession.token_hash == signed_in.token_hash)
            .values(seen_at=visit.now)
        )


def _subject(page: Page, visit: Visit) -> Request | School | Conversation:
    found: Request | School | Conversation | None
    if page.about == "request":
        query = select(Request).where(Request.reference == visit.path("reference"))
        found = visit.session.scalar(query)
    elif page.about == "conversation":
        found = visit.session.get(Conversation, visit.identifier(visit.path("conversation")))
    else:
        found = visit.session.scalar(select(School).where(School.slug == visit.path("school")))
    if found is None:
        raise NotFound
    return found


def first_page(visit: Visit) -> str:
    """Where this person's work is."""
    if visit.viewer.has(READ_REQUESTS):
        return "/kantoor/verzoeken"
    if visit.viewer.has(ANSWER_QUESTIONS):
        return "/kantoor/gesprekken"
    return "/kantoor/cijfers" if visit.viewer.has(READ_REPORTS) else "/kantoor/account"
