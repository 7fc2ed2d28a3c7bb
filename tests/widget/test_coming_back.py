"""Reloading, other tabs, and a browser that keeps nothing."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.fake_chat import FakeChat
from tests.widget.host_pages import PLAIN, STRICT
from tests.widget.steps import (
    ask,
    choose,
    dialog,
    field,
    launcher,
    message,
    open_chat,
    send,
    until_filled_in,
    visit,
)

_NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); },
});"""
_KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('dossierwijzer'))"


def another_tab(page: Page) -> Page:
    other = page.context.new_page()
    other.goto(PLAIN)
    expect(dialog(other)).to_be_visible()
    return other


def test_a_reload_in_the_middle_keeps_the_form_and_the_half_typed_text(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    until_filled_in(page)
    field(page).fill("dit was ik nog aan het")
    page.reload()
    expect(dialog(page)).to_be_visible()
    expect(message(page, "Klopt dit zo?")).to_be_visible()
    expect(field(page)).to_have_value("dit was ik nog aan het")
    # A page that opens the chat by itself leaves the reader where they are.
    assert page.evaluate("document.activeElement === document.body")
    choose(page, "Ja")
    expect(message(page, "is ingediend")).to_be_visible()
    expect(message(page, "Wie bent u?")).to_have_count(1)
    assert len(chat.talks) == 1


def test_another_page_of_the_school_shows_the_same_conversation(page: Page) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.goto(STRICT)
    expect(message(page, "U zei: hallo")).to_be_visible()


def test_a_chat_that_was_closed_stays_closed(page: Page) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.keyboard.press("Escape")
    page.reload()
    expect(launcher(page)).to_be_visible()
    expect(dialog(page)).to_be_hidden()


def test_a_chat_of_yesterday_does_not_open_by_itself(page: Page) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.goto("about:blank")
    page.clock.install()
    page.clock.fast_forward("25:00:00")
    visit(page)
    expect(dialog(page)).to_be_hidden()
    launcher(page).click()
    expect(message(page, "U zei: hallo")).to_be_visible()


def test_two_tabs_are_in_step(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    other = another_tab(page)
    ask(page, "uit de eerste")
    expect(message(other, "U zei: uit de eerste")).to_be_visible()
    ask(other, "uit de tweede")
    expect(message(page, "U zei: uit de tweede")).to_be_visible()
    for one in (page, other):
        expect(message(one, "U zei:")).to_have_count(2)
    assert len(chat.talks) == 1


def test_tabs_that_send_together_make_one_conversation(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    other = another_tab(page)
    page.context.set_offline(True)
    send(page, "een")
    send(other, "twee")
    page.context.set_offline(False)
    for one in (page, other):
        expect(message(one, "U zei: een")).to_be_visible()
        expect(message(one, "U zei: twee")).to_be_visible()
    assert len(chat.talks) == 1
    assert chat.texts() == ["een", "twee"]


def test_new_messages_are_counted_while_the_chat_is_closed(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.keyboard.press("Escape")
    chat.say("Nog iets.")
    expect(page.get_by_role("button", name="1 nieuw bericht")).to_be_visible()
    chat.say("En nog iets.", "medewerker", name="J. de Wit (school)")
    badge = page.get_by_role("button", name="2 nieuwe berichten")
    expect(badge).to_contain_text("2")
    page.reload()
    expect(badge).to_be_visible()
    badge.click()
    expect(message(page, "En nog iets.")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(launcher(page)).to_be_visible()
    expect(page.get_by_role("button", name="nieuw")).to_have_count(0)


def test_staff_see_what_was_read(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    with page.expect_response("**/chat/v1/read"):
        pass
    assert chat.talk.read == len(chat.talk.messages)


def test_without_storage_it_works_as_long_as_the_page_is_open(page: Page, chat: FakeChat) -> None:
    page.add_init_script(_NO_STORAGE)
    open_chat(page)
    ask(page, "hallo")
    ask(page, "en nog eens")
    assert chat.texts() == ["hallo", "en nog eens"]
    page.goto(PLAIN)
    launcher(page).click()
    expect(message(page, "Waar gaat uw vraag over?")).to_be_visible()
    expect(message(page, "hallo")).to_have_count(0)


def test_a_conversation_that_is_no_longer_kept_gives_way_to_a_new_one(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.cut_streams()
    chat.talks.clear()
    send(page, "ben ik er nog")
    expect(message(page, "U zei: ben ik er nog")).to_be_visible()
    expect(message(page, "U zei: hallo")).to_have_count(0)
    assert chat.texts() == ["ben ik er nog"]


def test_a_visitor_who_never_opens_the_chat_keeps_nothing_of_it(page: Page) -> None:
    visit(page)
    page.reload()
    expect(launcher(page)).to_be_visible()
    assert page.evaluate(_KEPT) == []


def test_nothing_but_the_token_and_what_is_unsent_is_kept(page: Page) -> None:
    open_chat(page)
    ask(page, "mijn geheim")
    kept = page.evaluate(f"{_KEPT}.map((key) => localStorage[key]).join()")
    assert "mijn geheim" not in kept
