"""On pages with a strict policy, with hostile styles, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import LAPTOP
from tests.widget.host_pages import HOSTILE, PLAIN, STRICT
from tests.widget.steps import ask, dialog, field, launcher, open_chat, until_filed

_LOOKS = """(selector) => {
  const root = document.querySelector("dossierwijzer-chat").shadowRoot;
  const style = getComputedStyle(root.querySelector(selector));
  return [style.fontSize, style.color, style.backgroundColor, style.textTransform, style.letterSpacing,
          style.lineHeight, style.display, style.visibility, style.width, style.direction,
          style.fontFamily].join();
}"""
_PARTS = (".panel", "header", ".bubble", ".mine .bubble", ".choice", "textarea", ".send", "h2")


@pytest.mark.parametrize("path", [PLAIN, STRICT, HOSTILE])
def test_it_works_on(path: str, page: Page) -> None:
    # Afterwards every test asserts that no policy complained and no request went elsewhere.
    open_chat(page, path)
    until_filed(page)
    page.get_by_role("button", name="Sluit de chat").click()
    expect(launcher(page)).to_be_focused()


def test_hostile_styles_change_nothing(open_browser) -> None:
    page = open_browser(reduced_motion="reduce")
    seen = []
    for path in (PLAIN, HOSTILE):
        page.goto(path)
        if not seen:
            launcher(page).click()
        expect(dialog(page)).to_be_visible()
        if not seen:
            ask(page, "Ik wil een verzoek indienen", "Wie bent u?")
        expect(page.get_by_role("button", name="Ik ben zelf de leerling")).to_be_visible()
        box = dialog(page).bounding_box()
        seen.append([box, *(page.evaluate(_LOOKS, part) for part in _PARTS)])
    assert seen[0] == seen[1]
    assert seen[0][0]["x"] + seen[0][0]["width"] < LAPTOP["width"]
    assert "16px" in seen[0][3]


def test_a_page_without_scripts_shows_who_to_call(open_browser) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto(PLAIN)
    expect(page.get_by_role("link", name="0123-456789")).to_be_visible()
    expect(launcher(page)).to_have_count(0)


def test_a_page_that_carries_the_line_twice_has_one_chat(page: Page, chat) -> None:
    page.goto(PLAIN)
    page.evaluate(
        """(address) => new Promise((done) => {
          const script = document.createElement("script");
          script.src = address + "/widget.js?";
          script.dataset.school = "regenboog";
          script.onload = done;
          document.head.append(script);
        })""",
        chat.address,
    )
    expect(launcher(page)).to_have_count(1)


def test_a_browser_that_cannot_adopt_style_sheets_is_dressed_all_the_same(page: Page) -> None:
    page.add_init_script("delete CSSStyleSheet.prototype.replaceSync;")
    open_chat(page)
    ask(page, "hallo")
    width = dialog(page).bounding_box()["width"]
    assert 380 < width < 440
    expect(field(page)).to_have_css("resize", "none")
