""" "Wis mijn gesprek": asked first, done everywhere, and told what stays."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.fake_chat import FakeChat
from tests.widget.host_pages import PLAIN
from tests.widget.steps import ask, field, from_menu, message, open_chat, until_filed

_KEPT = "Object.keys(localStorage).filter((key) => /token|draft|outbox|read/.test(key))"


def question(page: Page) -> Locator:
    return page.get_by_role("alertdialog", name="Wilt u uw gesprek wissen?")


def test_it_is_asked_first_and_no_means_no(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    from_menu(page, "Wis mijn gesprek")
    expect(question(page)).to_contain_text("verzoek of klacht ingediend? Die blijft bij de school")
    expect(page.get_by_role("button", name="Nee, bewaar het")).to_be_focused()
    page.keyboard.press("Escape")
    expect(question(page)).to_be_hidden()
    expect(field(page)).to_be_focused()
    expect(message(page, "U zei: hallo")).to_be_visible()
    assert len(chat.talks) == 1


def test_it_is_gone_here_there_and_in_the_other_tab_and_what_stays_is_named(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    until_filed(page)
    other = page.context.new_page()
    other.goto(PLAIN)
    expect(message(other, "is ingediend")).to_be_visible()
    page.bring_to_front()
    field(page).fill("nog iets")
    from_menu(page, "Wis mijn gesprek")
    expect(question(page)).to_contain_text("DW-WPJTH-QYEEY")
    page.get_by_role("button", name="Ja, wis mijn gesprek").click()
    done = page.get_by_role("alertdialog", name="Uw gesprek is gewist")
    expect(done).to_contain_text("DW-WPJTH-QYEEY: De school moet op uw verzoek antwoorden.")
    page.get_by_role("button", name="Verder").click()
    for one in (page, other):
        expect(message(one, "is ingediend")).to_have_count(0)
        expect(message(one, "Waar gaat uw vraag over?")).to_be_visible()
    expect(field(page)).to_have_value("")
    assert page.evaluate(_KEPT) == []
    assert chat.talks == {}


def test_erasing_that_fails_says_that_nothing_was_erased(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    from_menu(page, "Wis mijn gesprek")
    chat.storing = True
    page.get_by_role("button", name="Ja, wis mijn gesprek").click()
    expect(page.get_by_role("alert")).to_contain_text("Er is nog niets gewist.")
    chat.storing = False
    page.get_by_role("button", name="Ja, wis mijn gesprek").click()
    expect(page.get_by_role("alertdialog", name="Uw gesprek is gewist")).to_be_visible()
    assert chat.talks == {}
