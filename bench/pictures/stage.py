"""The demonstration's people on their pages, and the requests that show something."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from playwright.sync_api import Browser, Page
from sqlalchemy import Select, exists, select, update
from sqlalchemy.orm import Session

from bot import clock
from bot.conversations.models import Conversation, Message
from bot.db.session import session_scope
from bot.demo.fill import fill
from bot.people.models import Account, Membership
from bot.people.roles import ADMINISTRATION, MANAGER, OFFICER, STAFF
from bot.people.second_factor import new_secret
from bot.requests.models import Request, RequestNote
from bot.requests.workflow import CHECKING_IDENTITY, IN_PROGRESS, WAITING
from bot.schools.models import School
from bot.settings import load_settings
from tests.browser.chromium import TELEPHONE, Watch
from tests.browser.showcase import let_in, show_status
from tests.browser.site import Site

_SIZE = {"width": 1200, "height": 720}


@dataclass(frozen=True)
class Stage:
    """`names` fill the places in an address: references, a school's slug, ids.

    `chat` is a parent's browser at the school's own site.
    """

    administration: Page
    officer: Page
    manager: Page
    staff: Page
    newcomer: Page
    parent: Page
    chat: Page
    names: dict[str, str]


def demonstration(session: Session) -> None:
    fill(session, load_settings(), clock.now())
    # Outside the demonstration they would first have to choose a password of their own.
    session.execute(update(Account).values(must_change_password=False))
    # No engine runs behind the pictures: what it would make of the last message is told here.
    taken = session.get_one(Conversation, _taken(session))
    asked = session.get_one(Message, (taken.id, taken.last_sequence))
    asked.understood = [["beeld/klassenfoto", 0.62], ["beeld/schoolfotograaf", 0.21]]


def set_the_stage(site: Site, watch: Watch, browser: Browser, chat: Page) -> Stage:
    page = {name: watch.open(browser, viewport=_SIZE).new_page() for name in _PEOPLE}
    parent = watch.open(browser, viewport=TELEPHONE).new_page()
    newcomer = watch.open(browser, viewport=_SIZE).new_page()
    with session_scope(site.engine) as session:
        for name, role in _PEOPLE.items():
            account = _for_the_board(session, role)
            # As an installation demands of everybody with a password.
            account.totp_secret = new_secret()
            let_in(session, page[name], account, complete=True)
        let_in(session, newcomer, _of_a_school(session), complete=False)
        asked = _with_most_time(session, _requests(WAITING))
        show_status(session, parent, asked)
        names = _names(session)
    return Stage(**page, newcomer=newcomer, parent=parent, chat=chat, names=names)


_PEOPLE = {
    "administration": ADMINISTRATION,
    "officer": OFFICER,
    "manager": MANAGER,
    "staff": STAFF,
}


def _names(session: Session) -> dict[str, str]:
    written = exists().where(
        RequestNote.request_id == Request.id, RequestNote.author == "aanvrager"
    )
    found = {
        "working": _requests(IN_PROGRESS, "inzage").where(
            Request.relation == "ouder_met_gezag", Request.extended_on.is_(None)
        ),
        "refused": _requests(IN_PROGRESS, "verwijderen"),
        "still": _requests(CHECKING_IDENTITY),
        "answered": _requests(IN_PROGRESS).where(written),
    }
    names = {name: _with_most_time(session, query).reference for name, query in found.items()}
    return names | {
        "school": _school(session).slug,
        "colleague": str(_of_a_school(session).id),
        "conversation": str(_taken(session)),
    }


def _taken(session: Session) -> uuid.UUID:
    """The conversation that the staff's own login has."""
    me = _for_the_board(session, STAFF)
    query = select(Conversation.id).where(Conversation.assignee_id == me.id)
    return session.scalars(query).one()


def _for_the_board(session: Session, role: str) -> Account:
    held = select(Account).join(Membership).where(Membership.role == role)
    return session.scalars(held.where(Membership.school_id.is_(None)).limit(1)).one()


def _school(session: Session) -> School:
    return session.scalars(select(School).order_by(School.slug).limit(1)).one()


def _of_a_school(session: Session) -> Account:
    """A colleague who has no code app yet."""
    held = select(Account).join(Membership).where(Membership.role == ADMINISTRATION)
    of_it = held.where(Membership.school_id == _school(session).id)
    return session.scalars(of_it.limit(1)).one()


def _requests(state: str, kind: str = "") -> Select[tuple[Request]]:
    query = select(Request).where(Request.state == state, Request.school_id.is_not(None))
    return query.where(Request.kind == kind) if kind else query


def _with_most_time(session: Session, query: Select[tuple[Request]]) -> Request:
    return session.scalars(query.order_by(Request.due_on.desc()).limit(1)).one()
