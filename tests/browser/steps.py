"""What somebody of the administration does on the pages."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import func, select

from bot.letters.models import Letter
from tests.browser.site import Site


def find_on_worklist(page: Page, reference: str) -> None:
    """From the worklist to the page of this request."""
    page.goto("/kantoor/verzoeken")
    page.get_by_role("searchbox", name="Zoeken").fill(reference)
    page.get_by_role("button", name="Toon").click()
    page.get_by_role("link", name=reference).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)


def begin(page: Page) -> None:
    """A move without a letter."""
    page.get_by_role("link", name="In behandeling nemen").click()
    page.get_by_role("button", name="In behandeling nemen").click()
    expect_state(page, "In behandeling")


def preview(page: Page, move: str, note: str = "") -> Locator:
    """Up to the letter of this move; the field with its text."""
    page.get_by_role("link", name=move, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(move)
    if note:
        page.locator("[name=toelichting]").fill(note)
    page.get_by_role("button", name="Bekijk de brief").click()
    letter = page.get_by_label("Brief", exact=True)
    expect(page.get_by_text("Er is nog niets verstuurd of veranderd.")).to_be_visible()
    return letter


def send(page: Page) -> None:
    page.get_by_role("button", name="en brief versturen").click()
    expect(page.get_by_role("heading", name="Wat er is gebeurd")).to_be_visible()


def write(page: Page, site: Site, reference: str, move: str, note: str = "") -> str:
    """A move with its letter; checks that the preview changed nothing. The letter's text."""
    before = (site.state(reference), letters(site, reference))
    text = preview(page, move, note).input_value()
    assert (site.state(reference), letters(site, reference)) == before
    send(page)
    assert letters(site, reference) == before[1] + 1
    return text


def letters(site: Site, reference: str) -> int:
    with site.request(reference) as (session, request):
        query = select(func.count()).where(Letter.request_id == request.id)
        return session.scalar(query) or 0


def expect_state(page: Page, *words: str) -> None:
    """The labels beside the title."""
    expect(page.locator(".state .tag")).to_have_text(list(words))
