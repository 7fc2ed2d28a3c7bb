"""Two people and one visitor: taking over at once, a live exchange, and a call that is announced."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from bot import clock
from bot.conversations.log import VISITOR, append
from bot.conversations.models import Conversation, Message
from bot.conversations.states import BOT
from bot.db.session import session_scope
from bot.destruction.conversation import erase_whole
from bot.people.roles import MANAGER, STAFF
from bot.schools.models import School
from tests.browser.chromium import sign_in_by_cookie
from tests.browser.site import Site
from tests.support.conversations import QUESTION, begin_waiting


@pytest.fixture(scope="module")
def staff(site: Site) -> dict[str, str]:
    """Name -> the token of this person's browser."""
    return {name: site.token(site.person(name, STAFF)) for name in ("wit", "bakker")}


@pytest.fixture
def conversation(site: Site) -> uuid.UUID:
    return begin(site)


@pytest.fixture
def wit(another_browser: Callable[..., Page], staff: dict[str, str]) -> Page:
    return signed_in(another_browser(), staff["wit"])


@pytest.fixture
def bakker(another_browser: Callable[..., Page], staff: dict[str, str]) -> Page:
    return signed_in(another_browser(), staff["bakker"])


def signed_in(page: Page, token: str) -> Page:
    sign_in_by_cookie(page, token)
    return page


def begin(site: Site, at: datetime | None = None) -> uuid.UUID:
    with session_scope(site.engine) as session:
        school = session.scalars(select(School).where(School.slug == "regenboog")).one()
        return begin_waiting(session, school, at=at or clock.now()).id


def visitor_writes(site: Site, conversation: uuid.UUID, text: str) -> None:
    """What the widget does for a visitor."""
    with session_scope(site.engine) as session:
        found = session.get_one(Conversation, conversation)
        append(session, found, author=VISITOR, text=text, at=clock.now())
        found.visitor_seen_at = clock.now()


def texts(site: Site, conversation: uuid.UUID, author: str) -> list[str]:
    with session_scope(site.engine, read_only=True) as session:
        query = select(Message).where(Message.conversation_id == conversation)
        rows = session.scalars(query.order_by(Message.sequence)).all()
        return [row.text for row in rows if row.author == author]


def test_of_two_who_click_together_one_gets_it_and_the_other_is_told(
    site: Site, conversation: uuid.UUID, wit: Page, bakker: Page
) -> None:
    address = f"/kantoor/gesprek/{conversation}"
    for page in (wit, bakker):
        page.goto(address)
    # Both pages click by themselves, so that neither waits for the other's answer.
    click = "document.querySelector('form[action$=overnemen]').requestSubmit()"
    for page in (wit, bakker):
        page.evaluate(f"setTimeout(() => {click}, 300)")
    expect(wit.locator(".head .tag")).not_to_have_text("Wacht op een medewerker")
    expect(bakker.locator(".head .tag")).not_to_have_text("Wacht op een medewerker")
    owners = [page for page in (wit, bakker) if page.get_by_label("Uw bericht").count()]
    assert len(owners) == 1
    other = bakker if owners[0] is wit else wit
    name = "Persoon wit" if owners[0] is wit else "Persoon bakker"
    expect(other.get_by_role("alert")).to_contain_text(f"{name} heeft dit gesprek al")
    assert len(texts(site, conversation, "systeem")) == 1


def test_a_live_exchange_and_back_to_the_assistant(
    site: Site, conversation: uuid.UUID, wit: Page
) -> None:
    wit.goto(f"/kantoor/gesprek/{conversation}")
    wit.get_by_role("button", name="Neem dit gesprek over").click()
    field = wit.get_by_label("Uw bericht")
    field.fill("Goedendag, ik lees even mee.")
    wit.get_by_role("button", name="Verstuur").click()
    expect(wit.locator(".line.medewerker")).to_contain_text("ik lees even mee")
    expect(field).to_have_value("")
    expect(field).to_be_focused()

    visitor_writes(site, conversation, "Fijn. Wat kost een kopie <van> het dossier?")
    expect(wit.locator(".line.bezoeker").last).to_contain_text(
        "Wat kost een kopie <van> het dossier?"
    )
    expect(wit.get_by_text("De bezoeker heeft de chat nu open.")).to_be_visible()

    field.fill("Dat is gratis.")
    field.press("Control+Enter")
    expect(wit.locator(".line.medewerker")).to_have_count(2)
    assert texts(site, conversation, "medewerker")[-1] == "Dat is gratis."

    wit.get_by_label("Onderwerp voor de assistent").fill(
        "Kost inzage of een kopie van het dossier geld?"
    )
    wit.get_by_role("button", name="Geef terug aan de assistent").click()
    expect(wit.locator(".line.systeem").last).to_contain_text("U praat weer met de chatbot.")
    with session_scope(site.engine, read_only=True) as session:
        found = session.get_one(Conversation, conversation)
        assert (found.state, found.topic) == (BOT, "inzage/kosten")


def test_a_suggestion_is_put_in_the_field_and_nothing_is_sent_by_it(
    site: Site, conversation: uuid.UUID, wit: Page
) -> None:
    wit.goto(f"/kantoor/gesprek/{conversation}")
    wit.get_by_role("button", name="Neem dit gesprek over").click()
    field = wit.get_by_label("Uw bericht")
    field.fill("Dank u.")
    wit.locator("[data-suggestions] a").first.click()
    expect(field).not_to_have_value("Dank u.")
    assert field.input_value().startswith("Dank u.\n\n")
    assert "Bron: " in field.input_value()
    assert texts(site, conversation, "medewerker") == []


def test_when_a_colleague_changes_it_the_page_says_so_and_keeps_what_was_typed(
    conversation: uuid.UUID, wit: Page, bakker: Page
) -> None:
    wit.goto(f"/kantoor/gesprek/{conversation}")
    wit.get_by_role("button", name="Neem dit gesprek over").click()
    wit.get_by_label("Uw bericht").fill("Half af")
    bakker.goto(f"/kantoor/gesprek/{conversation}")
    bakker.get_by_role("button", name="Zet terug in de wachtlijst").click()
    expect(wit.get_by_text("Dit gesprek is intussen veranderd")).to_be_visible()
    expect(wit.get_by_label("Uw bericht")).to_have_value("Half af")


def test_what_the_visitor_erased_leaves_the_screen_and_the_page_says_why(
    site: Site, conversation: uuid.UUID, wit: Page
) -> None:
    wit.goto(f"/kantoor/gesprek/{conversation}")
    wit.get_by_role("button", name="Neem dit gesprek over").click()
    wit.get_by_label("Uw bericht").fill("Half af")
    with session_scope(site.engine) as session:
        erase_whole(session, session.get_one(Conversation, conversation).sender, clock.now())
    gone = wit.get_by_text("Dit gesprek is er niet meer.")
    expect(gone).to_be_visible()
    expect(wit.get_by_text(QUESTION)).to_have_count(0)
    expect(wit.get_by_label("Uw bericht")).to_have_count(0)
    # Who was typing is brought to the news.
    expect(wit.locator("[data-gone]")).to_be_focused()
    wit.get_by_role("link", name="Naar alle gesprekken").click()
    expect(wit.get_by_role("heading", level=1)).to_have_text("Gesprekken")


def test_a_new_call_is_announced_in_title_and_list_and_the_sound_can_be_off(
    site: Site, wit: Page
) -> None:
    wit.goto("/kantoor/gesprekken")
    sound = wit.get_by_role("button", name="Geluid staat")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "false")
    rows = wit.locator("[data-lists] tbody tr")
    before = rows.count()
    # The browser stands still between two looks: no focus may be in the list.
    sound.focus()
    begin(site)
    expect(rows).to_have_count(before + 1)
    expect(wit.locator("[data-words-now]")).to_contain_text("wacht")
    assert wit.title().startswith("(")
    wit.reload()
    expect(wit.get_by_role("button", name="Geluid staat uit")).to_be_visible()


def test_everything_works_without_a_script(
    site: Site, conversation: uuid.UUID, another_browser, staff: dict[str, str]
) -> None:
    page = signed_in(another_browser(java_script_enabled=False), staff["wit"])
    page.goto("/kantoor/gesprekken")
    page.locator(f"a[href$='{conversation}']").click()
    page.get_by_role("button", name="Neem dit gesprek over").click()
    page.locator("[data-suggestions] a").first.click()
    expect(page.get_by_label("Uw bericht")).not_to_have_value("")
    page.get_by_label("Uw bericht").fill("Met de hand verstuurd.")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".line.medewerker")).to_contain_text("Met de hand verstuurd.")
    assert texts(site, conversation, "medewerker") == ["Met de hand verstuurd."]


def test_the_manager_is_not_told_who_waits(site: Site, another_browser) -> None:
    page = signed_in(another_browser(), site.token(site.person("heer", MANAGER)))
    page.goto("/kantoor/scholen")
    expect(page.get_by_role("link", name="Gesprekken")).to_have_count(0)
    expect(page.locator("[data-news]")).to_have_count(0)
