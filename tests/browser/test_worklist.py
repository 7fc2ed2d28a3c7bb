"""The worklist: by keyboard alone, and as a file."""

from __future__ import annotations

import csv

from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.browser.steps import expect_state

_MOST_TABS = 60
_HAS_RING = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}"""


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until this link or button has the focus; on the way it can always be seen."""
    # Text can be there before the style sheet is.
    page.wait_for_load_state()
    for _ in range(_MOST_TABS):
        page.keyboard.press("Tab")
        assert page.evaluate(_HAS_RING), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"{name} was not reached")


def test_a_request_is_found_opened_and_moved_by_keyboard_alone(site: Site, office: Page) -> None:
    reference = site.file("inzage", email="toetsen@voorbeeld.nl")
    office.goto("/kantoor/verzoeken")
    office.keyboard.press("/")
    office.keyboard.type(reference)
    # The keys work once the script is there: after loading.
    with office.expect_navigation():
        office.keyboard.press("Enter")
    expect(office.get_by_role("link", name=reference)).to_be_visible()
    expect(office.locator("tbody tr")).to_have_count(1)
    office.keyboard.press("j")
    expect(office.get_by_role("link", name=reference)).to_be_focused()
    office.keyboard.press("Enter")
    expect(office.get_by_role("heading", level=1)).to_contain_text(reference)
    tab_to(office, "In behandeling nemen")
    office.keyboard.press("Enter")
    expect(office.get_by_role("heading", level=1)).to_have_text("In behandeling nemen")
    tab_to(office, "In behandeling nemen")
    office.keyboard.press("Enter")
    expect_state(office, "In behandeling")
    assert site.state(reference) == ("in_behandeling", None)


def test_the_first_tab_skips_the_menu(office: Page) -> None:
    office.goto("/kantoor/verzoeken")
    office.keyboard.press("Tab")
    skip = office.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    office.keyboard.press("Enter")
    expect(office.locator("main")).to_be_focused()


def test_requests_are_given_to_a_colleague_together(site: Site, office: Page) -> None:
    references = [site.file("klacht", email=f"samen{n}@voorbeeld.nl") for n in range(2)]
    office.goto("/kantoor/verzoeken?soort=klacht&behandelaar=niemand")
    office.get_by_label("Alles op deze pagina kiezen").check()
    office.get_by_role("button", name="Toewijzen").click()
    expect(office.get_by_role("status").first).to_contain_text("toegewezen")
    for reference in references:
        with site.request(reference) as (_, request):
            assert request.assignee_id is not None


def test_the_register_is_saved_as_csv(site: Site, office: Page) -> None:
    reference = site.file("zienswijze", email="register@voorbeeld.nl")
    office.goto("/kantoor/verzoeken")
    with office.expect_download() as saved:
        office.get_by_role("link", name="CSV").click()
    assert saved.value.suggested_filename == "register.csv"
    rows = list(
        csv.DictReader(saved.value.path().read_text("utf-8-sig").splitlines(), delimiter=";")
    )
    assert reference in [value for row in rows for value in row.values()]
