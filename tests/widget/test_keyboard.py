"""The whole way by keyboard only, and what a screen reader is told."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.chromium import TELEPHONE
from tests.support.fake_chat import FakeChat
from tests.widget.keyboard import focused, said, tab_to
from tests.widget.steps import ask, dialog, field, launcher, log, message, open_chat, visit


def test_everything_can_be_done_without_a_mouse(page: Page, chat: FakeChat) -> None:
    visit(page)
    tab_to(page, "open de chat")
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()

    page.keyboard.type("Ik wil een verzoek indienen")
    page.keyboard.press("Enter")
    expect(message(page, "Wie bent u?")).to_be_visible()
    tab_to(page, "Ouder met gezag", key="Shift+Tab")
    page.keyboard.press("Space")
    expect(message(page, "Wat is de voornaam")).to_be_visible()
    # The pressed button keeps the focus, so that nobody loses their place.
    assert "Ouder met gezag" in focused(page)

    tab_to(page, "field")
    for answer, question in (("Noor de Vries", "In welke groep"), ("groep 6", "Klopt dit zo?")):
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
        expect(message(page, question)).to_be_visible()
    tab_to(page, "Wijzig Groep of klas", key="Shift+Tab")
    tab_to(page, "Ja")
    page.keyboard.press("Enter")
    expect(message(page, "is ingediend")).to_be_visible()
    tab_to(page, "Waarom deze datum?")
    page.keyboard.press("Enter")
    expect(page.get_by_text("één maand (AVG artikel 12 lid 3)")).to_be_visible()

    tab_to(page, "Menu", key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, "Wis mijn gesprek")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Nee, bewaar het")).to_be_focused()
    tab_to(page, "Ja, wis mijn gesprek")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Verder")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    assert chat.talks == {}

    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()


def test_escape_closes_the_menu_first(page: Page) -> None:
    open_chat(page)
    page.get_by_role("button", name="Menu").press("Enter")
    expect(page.get_by_role("button", name="Print dit gesprek")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Print dit gesprek")).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    expect(dialog(page)).to_be_visible()


def test_the_menu_closes_when_something_else_is_pressed_or_reached(page: Page) -> None:
    open_chat(page)
    menu, entry = (page.get_by_role("button", name=name) for name in ("Menu", "Print dit gesprek"))
    menu.click()
    expect(entry).to_be_visible()
    page.get_by_role("heading", name="Dossierwijzer").click()
    expect(entry).to_be_hidden()
    menu.click()
    field(page).focus()
    expect(entry).to_be_hidden()


def test_new_messages_are_announced_short_and_the_history_is_not(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "mag ik het dossier van mijn dochter zien", "Hoe oud is uw kind?")
    assert "Dossierwijzer: Ja, als ouder met gezag mag u het dossier" in said(page)
    assert "Met 3 knoppen." in said(page)
    assert "Goedendag" not in said(page)
    chat.say("Een lang bericht. " * 40)
    expect(message(page, "Een lang bericht.")).to_be_visible()
    assert "Het hele bericht staat in het gesprek." in said(page)
    assert all(len(line) < 450 for line in said(page).split("Dossierwijzer: "))
    page.reload()
    expect(message(page, "Een lang bericht.")).to_be_visible()
    assert said(page) == ""
    expect(log(page)).to_have_attribute("aria-label", "Gesprek")


def test_a_closed_chat_says_only_that_there_is_something_new(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.keyboard.press("Escape")
    chat.say("Dit is privé.")
    expect(page.get_by_text("Nieuw bericht in de chat")).to_be_attached()
    assert "privé" not in said(page)


def test_on_a_telephone_the_keyboard_stays_in_the_window_that_fills_the_screen(
    open_browser,
) -> None:
    page = open_browser(viewport=TELEPHONE)
    open_chat(page)
    expect(dialog(page)).to_have_attribute("aria-modal", "true")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(12):
            page.keyboard.press(key)
            assert focused(page) != ""
