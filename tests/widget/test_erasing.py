""" "Wis mijn gesprek": asked first, done everywhere, and told what stays."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.fake_chat import FakeChat
from tests.widget.host_pages import PLAIN
from tests.widget.steps import (
    ask,
    banner,
    dialog,
    field,
    from_menu,
    launcher,
    message,
    open_chat,
    until_filed,
)

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
    # Who did it knows; the other tab says why the conversation is gone.
    expect(banner(page)).to_be_hidden()
    expect(banner(other)).to_contain_text("Uw vorige gesprek is gewist.")
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


def test_who_erased_it_elsewhere_sees_that_it_is_gone_and_can_begin_anew(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "hallo")
    field(page).fill("half getypt")
    chat.erase()
    expect(banner(page)).to_contain_text("Uw vorige gesprek is gewist. U begint hier een nieuw")
    expect(message(page, "U zei: hallo")).to_have_count(0)
    expect(message(page, "Waar gaat uw vraag over?")).to_be_visible()
    expect(field(page)).to_have_value("half getypt")
    ask(page, "opnieuw")
    expect(banner(page)).to_be_hidden()
    assert chat.texts() == ["opnieuw"]


def test_an_erased_conversation_is_not_told_while_the_chat_is_closed(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    chat.erase()
    expect(banner(page)).to_contain_text("Uw vorige gesprek is gewist.")
    told = page.locator("dossierwijzer-chat [aria-live=polite] p")
    expect(told.filter(has_text="gewist")).to_have_count(0)
    launcher(page).click()
    expect(banner(page)).to_be_visible()


def test_a_conversation_that_is_kept_no_longer_says_so(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.goto("about:blank")
    chat.talks.clear()
    page.goto(PLAIN)
    expect(banner(page)).to_contain_text("Uw vorige gesprek is gewist.")
