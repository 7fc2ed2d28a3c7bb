"""Parents on a school's page and staff in the office, with the real processes behind both."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import Engine, select

from bot import clock
from bot.conversations.models import Conversation, Message
from bot.db.session import session_scope
from bot.people.roles import STAFF
from bot.people.sessions import start_session
from bot.requests.models import Request
from bot.schools.editing import create_school
from bot.schools.models import School
from tests.browser.chromium import Watch, sign_in_by_cookie
from tests.conversations.processes import Bot
from tests.support.crashing_server import CrashingServer
from tests.support.parent_answers import PARENT
from tests.support.people import add_person
from tests.widget.host_pages import STRICT, host_site
from tests.widget.steps import banner, choose, log, message, open_chat, send
from tests.widget.watch import TwoOrigins


@dataclass
class Live:
    """The addresses, the database, and the browsers that are open."""

    chat: str
    queue: Engine
    browser: Browser
    parents: TwoOrigins
    office: Watch
    contexts: list[BrowserContext] = field(default_factory=list)
    staff_contexts: list[BrowserContext] = field(default_factory=list)

    def parent(self, **options) -> Page:
        """A page of a parent with a browser of their own, not opened yet."""
        context = self.parents.open(self.browser, **({"timezone_id": "Europe/Amsterdam"} | options))
        self.contexts.append(context)
        return context.new_page()

    def staff(self, **options) -> Page:
        """A page of somebody who answers questions and is signed in."""
        with session_scope(self.queue) as session:
            name = f"collega-{uuid.uuid4().hex[:8]}"
            account = add_person(session, name, STAFF, _school(session).id, clock.now())
            token = start_session(session, account, complete=True, now=clock.now())
        context = self.office.open(self.browser, **options)
        self.staff_contexts.append(context)
        page = context.new_page()
        sign_in_by_cookie(page, token)
        return page

    def newest(self) -> uuid.UUID:
        """The conversation that was begun last."""
        query = select(Conversation.id).order_by(Conversation.created_at.desc()).limit(1)
        with session_scope(self.queue, read_only=True) as session:
            return session.scalars(query).one()

    def texts(self, conversation: uuid.UUID) -> list[tuple[str, str]]:
        """(author, text) of everything that is kept of it, in order."""
        query = select(Message).where(Message.conversation_id == conversation)
        with session_scope(self.queue, read_only=True) as session:
            rows = session.scalars(query.order_by(Message.sequence)).all()
        return [(row.author, row.text) for row in rows]

    def asked(self, conversation: uuid.UUID) -> str | None:
        """The form's question that stands open."""
        query = select(Message).where(Message.conversation_id == conversation)
        with session_scope(self.queue, read_only=True) as session:
            newest = session.scalars(query.order_by(Message.sequence.desc()).limit(1)).one()
        return ((newest.data or {}).get("custom") or {}).get("veld")

    def close(self) -> None:
        """Closes the browsers. No request left for another address, no script or policy
        complained, and a parent got no cookie."""
        cookies = [cookie for context in self.contexts for cookie in context.cookies()]
        for context in (*self.contexts, *self.staff_contexts):
            context.close()
        self.contexts.clear()
        self.staff_contexts.clear()
        assert (*self.parents.take(), cookies) == ([], [], [])
        assert (self.office.elsewhere, self.office.complaints) == ([], [])


@contextmanager
def live_school(bot: Bot, queue: Engine, browser: Browser) -> Iterator[Live]:
    """The web process in front of the bot, and the site of a school whose pages carry the chat."""
    with session_scope(queue) as session:
        _school(session).chat = {"name": "Dossierwijzer", "colour": "#1f6f54"}
    chat = bot.start_web()
    site = CrashingServer(host_site(chat))
    try:
        yield Live(chat, queue, browser, TwoOrigins(site.address, chat=chat), Watch(chat))
    finally:
        site.stop()
        bot.stop_web()


def answered(page: Page) -> None:
    """Waits until the last word is the bot's."""
    last = log(page).get_by_role("article").last
    expect(last).to_contain_text("Dossierwijzer · chatbot")


def begin_a_request(parent: Page) -> None:
    """Asks, opens the form that the answer offers, and answers its first question."""
    open_chat(parent, STRICT)
    send(parent, "mag ik het dossier van mijn dochter van 9 zien")
    answer = message(parent, "Ja, als ouder met gezag")
    expect(answer).to_contain_text("Bron: UAVG artikel 5 lid 4")
    choose(parent, "Inzage aanvragen")
    expect(message(parent, "Wat bent u van de leerling?")).to_contain_text("Vraag 2 van")
    send(parent, PARENT["relation"])
    expect(message(parent, "voornaam en achternaam")).to_be_visible()


def call_a_person(parent: Page) -> None:
    send(parent, "ik wil een medewerker spreken")
    expect(banner(parent)).to_contain_text("Uw vraag wacht op een medewerker")
    answered(parent)


def until_summary(parent: Page, live: Live, conversation: uuid.UUID) -> None:
    """Answers what the form still asks."""
    while (name := live.asked(conversation)) in PARENT:
        send(parent, PARENT[name])
        answered(parent)
    expect(parent.get_by_role("button", name="Wijzig").first).to_be_visible()


def file_the_rest(parent: Page, live: Live, conversation: uuid.UUID) -> str:
    """Answers what the form still asks and files it; the reference in the queue."""
    until_summary(parent, live, conversation)
    send(parent, "ja")
    expect(parent.get_by_role("group", name="Ingediend")).to_be_visible()
    query = select(Request.reference).join(
        Conversation, Conversation.sender == Request.conversation_id
    )
    with session_scope(live.queue, read_only=True) as session:
        return session.scalars(query.where(Conversation.id == conversation)).one()


def _school(session) -> School:
    found = session.scalar(select(School).where(School.slug == "regenboog"))
    return found or create_school(session, "Regenboog", clock.now())
