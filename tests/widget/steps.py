"""What a parent does with the widget, and what they then see."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.widget.host_pages import PLAIN


def visit(page: Page, path: str = PLAIN) -> None:
    page.goto(path)
    expect(launcher(page)).to_be_visible()


def open_chat(page: Page, path: str = PLAIN) -> None:
    visit(page, path)
    launcher(page).click()
    expect(dialog(page)).to_be_visible()


def launcher(page: Page) -> Locator:
    return page.get_by_role("button", name="open de chat")


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Dossierwijzer")


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Uw bericht")


def log(page: Page) -> Locator:
    return page.get_by_role("log")


def message(page: Page, text: str) -> Locator:
    return log(page).get_by_role("article").filter(has_text=text)


def banner(page: Page) -> Locator:
    return page.locator("dossierwijzer-chat .banner")


def send(page: Page, text: str) -> None:
    field(page).fill(text)
    field(page).press("Enter")


def ask(page: Page, text: str, answer: str | None = None) -> None:
    """Sends this and waits for the answer; without one the bot repeats what it was told."""
    send(page, text)
    expect(message(page, answer or f"U zei: {text}").last).to_be_visible()


def choose(page: Page, title: str) -> None:
    page.get_by_role("button", name=title, exact=True).last.click()


def from_menu(page: Page, name: str) -> None:
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name=name).click()


def until_filled_in(page: Page) -> None:
    """Goes through the form to its summary."""
    ask(page, "Ik wil een verzoek indienen", "Wie bent u?")
    choose(page, "Ouder met gezag")
    expect(message(page, "Wat is de voornaam")).to_be_visible()
    ask(page, "Noor de Vries", "In welke groep")
    ask(page, "groep 6", "Klopt dit zo?")


def until_filed(page: Page) -> None:
    until_filled_in(page)
    choose(page, "Ja")
    expect(message(page, "is ingediend")).to_be_visible()
