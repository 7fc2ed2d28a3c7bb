"""A parent in a browser on a school's page, with everything real behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine, select

from bot import clock
from bot.conversations.models import Conversation, Message
from bot.db.session import session_scope
from bot.requests.models import Request
from bot.schools.editing import create_school
from bot.schools.models import School
from tests.browser.chromium import needed_chromium
from tests.conversations.processes import Bot
from tests.support.crashing_server import CrashingServer
from tests.support.parent_answers import PARENT
from tests.widget.host_pages import STRICT, host_site
from tests.widget.steps import choose, field, from_menu, log, message, open_chat, send
from tests.widget.watch import TwoOrigins


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Of this file only: one of the whole package would still be open when the next package begins.
    with needed_chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, bot: Bot, queue: Engine) -> Iterator[Page]:
    """A page with a strict policy, of a school that is in the database."""
    with session_scope(queue) as session:
        if not session.scalar(select(School).where(School.slug == "regenboog")):
            create_school(session, "Regenboog", clock.now())
        school = session.scalars(select(School).where(School.slug == "regenboog")).one()
        school.chat = {"name": "Dossierwijzer", "colour": "#1f6f54"}
    chat = bot.start_web()
    site = CrashingServer(host_site(chat))
    watch = TwoOrigins(site.address, chat=chat)
    context = watch.open(browser)
    yield context.new_page()
    cookies = context.cookies()
    context.close()
    site.stop()
    bot.stop_web()
    assert (*watch.take(), cookies) == ([], [], [])


def answered(page: Page) -> None:
    """Waits until the last word is the bot's."""
    last = log(page).get_by_role("article").last
    expect(last).to_contain_text("Dossierwijzer · chatbot")


def asked(queue: Engine) -> str | None:
    """The form's question that stands open."""
    newest = select(Message).order_by(Message.at.desc(), Message.sequence.desc()).limit(1)
    with session_scope(queue, read_only=True) as session:
        custom = (session.scalars(newest).one().data or {}).get("custom") or {}
    return custom.get("veld")


def test_a_parent_asks_files_a_request_and_erases_the_conversation(
    page: Page, queue: Engine
) -> None:
    with session_scope(queue, read_only=True) as session:
        earlier = set(session.scalars(select(Conversation.id)))
    open_chat(page, STRICT)
    send(page, "mag ik het dossier van mijn dochter van 9 zien")
    answer = message(page, "Ja, als ouder met gezag").last
    expect(answer).to_contain_text("UAVG artikel 5 lid 4")

    choose(page, "Inzage aanvragen")
    expect(message(page, "Wie bent u?")).to_contain_text("Vraag 2 van")
    answered(page)
    while (name := asked(queue)) in PARENT:
        if name == "school":
            field(page).fill("half getypt")
            page.reload()
            expect(field(page)).to_have_value("half getypt")
        send(page, PARENT[name])
        answered(page)
    expect(page.get_by_role("button", name="Wijzig").first).to_be_visible()
    send(page, "ja")
    receipt = page.get_by_role("group", name="Ingediend")
    expect(receipt).to_be_visible()
    with session_scope(queue, read_only=True) as session:
        reference = session.scalars(
            select(Request.reference).order_by(Request.received_at.desc())
        ).first()
    expect(receipt).to_contain_text(str(reference))

    from_menu(page, "Wis mijn gesprek")
    page.get_by_role("button", name="Ja, wis mijn gesprek").click()
    done = page.get_by_role("alertdialog", name="Uw gesprek is gewist")
    expect(done).to_contain_text(str(reference))
    page.get_by_role("button", name="Verder").click()
    expect(log(page).get_by_text("mag ik het dossier")).to_have_count(0)
    with session_scope(queue, read_only=True) as session:
        assert set(session.scalars(select(Conversation.id))) == earlier
