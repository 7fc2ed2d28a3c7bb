"""What people and bots write is shown as they wrote it, and never run."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.chromium import TELEPHONE
from tests.support.fake_bot import HTML, LONG_WORD, RIGHT_TO_LEFT
from tests.widget.steps import ask, dialog, log, message, open_chat, send


def test_html_is_text_on_both_sides(page: Page) -> None:
    open_chat(page)
    ask(page, HTML)
    ask(page, "vreemde tekens", "👩‍👧 ✔ 🎒")
    # What was typed, the bot that repeats it, and what the bot says itself.
    expect(message(page, HTML)).to_have_count(3)
    assert page.evaluate("window.broken") is None
    expect(log(page).locator("img, script, b")).to_have_count(0)


def test_only_safe_links_can_be_pressed(page: Page) -> None:
    open_chat(page)
    ask(page, "vreemde tekens", "👩‍👧 ✔ 🎒")
    links = message(page, "javascript:alert(1)").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "https://voorbeeld.example/a?b=1")
    expect(links).to_have_attribute("target", "_blank")


def test_what_a_parent_types_is_no_link(page: Page) -> None:
    open_chat(page)
    send(page, "kijk op https://voorbeeld.example of bel 0123-456789")
    mine = log(page).get_by_role("article").filter(has_text="U: ").last
    expect(mine).to_contain_text("kijk op https://voorbeeld.example")
    expect(mine.get_by_role("link")).to_have_count(0)


def test_the_numbers_for_danger_can_be_called_with_one_touch(page: Page) -> None:
    open_chat(page)
    ask(page, "er is gevaar", "Is er nu gevaar?")
    links = message(page, "Is er nu gevaar?").get_by_role("link")
    assert [one.get_attribute("href") for one in links.all()] == [
        *("tel:112", "tel:08002000", "tel:113", "tel:08000113")
    ]


def test_right_to_left_goes_from_right_to_left(page: Page) -> None:
    open_chat(page)
    ask(page, "vreemde tekens", "👩‍👧 ✔ 🎒")
    line = message(page, RIGHT_TO_LEFT).get_by_text(RIGHT_TO_LEFT)
    expect(line).to_have_css("direction", "rtl")
    expect(message(page, "javascript:").get_by_role("paragraph").last).to_have_css(
        "direction", "ltr"
    )


def test_long_words_stay_inside_on_a_telephone(open_browser) -> None:
    page = open_browser(viewport=TELEPHONE)
    open_chat(page)
    ask(page, LONG_WORD)
    ask(page, "vreemde tekens", "👩‍👧 ✔ 🎒")
    wide = log(page).evaluate("(log) => log.scrollWidth - log.clientWidth")
    assert wide <= 0
    assert dialog(page).bounding_box() == {"x": 0, "y": 0, **TELEPHONE}
