"""Contrast, sizes, motion and paper; and axe in every state that a parent can see."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import LAPTOP, TELEPHONE
from tests.support.fake_chat import FakeChat
from tests.widget.axe import accessible
from tests.widget.host_pages import HOSTILE
from tests.widget.steps import (
    ask,
    banner,
    choose,
    dialog,
    field,
    from_menu,
    launcher,
    log,
    message,
    open_chat,
    send,
    until_filed,
    until_filled_in,
    visit,
)

_COLOURS = """(selector) => {
  const root = document.querySelector("dossierwijzer-chat").shadowRoot;
  const style = getComputedStyle(root.querySelector(selector));
  return [style.color, style.backgroundColor];
}"""


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [LAPTOP, TELEPHONE], ids=["laptop", "telephone"])
def test_axe_finds_nothing_from_the_first_look_to_the_receipt(
    viewport, colour_scheme: str, open_browser
) -> None:
    page = open_browser(viewport=viewport, color_scheme=colour_scheme, reduced_motion="reduce")
    visit(page)
    accessible(page)
    launcher(page).click()
    accessible(page)
    ask(page, "wat geldt er bij verzuim", "Dat hangt ervan af")
    message(page, "Dat hangt ervan af").get_by_text("Bron:").click()
    until_filled_in(page)
    accessible(page)
    choose(page, "Ja")
    expect(message(page, "is ingediend")).to_be_visible()
    page.get_by_role("button", name="Menu").click()
    accessible(page)
    page.get_by_role("button", name="Wis mijn gesprek").click()
    accessible(page)


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_axe_finds_nothing_when_something_is_the_matter(
    colour_scheme: str, open_browser, chat: FakeChat
) -> None:
    page = open_browser(color_scheme=colour_scheme, reduced_motion="reduce")
    open_chat(page)
    ask(page, "Ik wil een medewerker", "doorgegeven")
    expect(banner(page)).to_be_visible()
    accessible(page)
    chat.change(state="bij_medewerker", person="J. de Wit (school)", notice="Even geduld.")
    chat.say("Goedemiddag.", "medewerker", name="J. de Wit (school)")
    chat.say("J. de Wit is even weg.", "systeem")
    expect(message(page, "is even weg")).to_be_visible()
    accessible(page)
    send(page, "geweigerd")
    expect(message(page, "Niet verstuurd")).to_be_visible()
    field(page).fill("a" * 2_010)
    accessible(page)
    page.context.set_offline(True)
    field(page).fill("nog iets")
    field(page).press("Enter")
    expect(message(page, "zodra u weer verbinding hebt")).to_be_visible()
    accessible(page)
    page.keyboard.press("Escape")
    page.context.set_offline(False)
    chat.say("Bent u er nog?")
    expect(page.get_by_role("button", name="nieuw bericht")).to_be_visible()
    accessible(page)


@pytest.mark.parametrize(
    "colour", ["#1f4e79", "#ffd100", "#8c8c8c", "#e0457b", "#ffffff", "#000000", "geen kleur"]
)
def test_every_colour_of_a_school_can_be_read(colour: str, page: Page, chat: FakeChat) -> None:
    chat.colour = colour
    open_chat(page)
    ask(page, "Ik wil een verzoek indienen", "Wie bent u?")
    choice = ".choice:not([aria-disabled=true])"
    for part in ("header", ".launcher", ".mine .bubble", ".send", choice):
        text, ground = page.evaluate(_COLOURS, part)
        assert contrast(text, ground) >= 4.5, (part, text, ground)


def test_it_fills_the_screen_of_a_telephone_and_of_a_page_at_200_percent(open_browser) -> None:
    for viewport in (TELEPHONE, {"width": LAPTOP["width"] // 2, "height": LAPTOP["height"] // 2}):
        page = open_browser(viewport=viewport)
        open_chat(page)
        ask(page, "mag ik het dossier van mijn dochter zien", "Hoe oud is uw kind?")
        assert dialog(page).bounding_box() == {"x": 0, "y": 0, **viewport}
        # Whatever happens, there is room to read and to type.
        assert log(page).bounding_box()["height"] > 150
        expect(field(page)).to_be_in_viewport(ratio=1)


def test_nothing_moves_for_who_does_not_want_it(open_browser) -> None:
    page = open_browser(reduced_motion="reduce")
    open_chat(page)
    expect(dialog(page)).to_have_css("animation-name", "none")


def test_with_colours_of_the_system_bubbles_keep_their_edges(open_browser) -> None:
    page = open_browser(forced_colors="active")
    open_chat(page)
    ask(page, "hallo")
    bubble = message(page, "hallo").first.locator(".bubble")
    expect(bubble).to_have_css("border-top-style", "solid")
    accessible(page)


def test_the_conversation_is_printed_without_the_page_around_it(page: Page) -> None:
    page.add_init_script("window.print = () => {};")
    open_chat(page, HOSTILE)
    ask(page, "mag ik het dossier van mijn dochter zien", "Hoe oud is uw kind?")
    from_menu(page, "Print dit gesprek")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Welkom")).to_be_hidden()
    expect(page.get_by_role("main")).to_be_hidden()
    expect(page.get_by_text("Gesprek met Dossierwijzer, De Regenboog")).to_be_visible()
    expect(page.get_by_role("link", name="UAVG artikel 5 lid 4")).to_be_visible()
    expect(field(page)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("link", name="UAVG artikel 5 lid 4")).to_be_hidden()
    expect(field(page)).to_be_visible()


def test_a_receipt_is_printed_alone_and_a_page_of_the_school_without_us(page: Page) -> None:
    page.add_init_script("window.print = () => {};")
    open_chat(page)
    until_filed(page)
    page.get_by_role("button", name="Print dit bewijs").click()
    page.emulate_media(media="print")
    expect(message(page, "is ingediend")).to_be_visible()
    expect(message(page, "Wie bent u?")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("main")).to_be_visible()
    expect(message(page, "is ingediend")).to_be_hidden()


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it, of colours as the browser computed them."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.strip("rgb()").split(",")]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
