"""A parent on the school's page and staff in the office, in browsers, with everything real behind:
the whole story, by keyboard only, and how it looks."""

from __future__ import annotations

from collections import Counter
from itertools import product

from playwright.sync_api import Page, expect

from tests.browser.chromium import TELEPHONE
from tests.conversations.live import (
    Live,
    answered,
    begin_a_request,
    call_a_person,
    file_the_rest,
    until_summary,
)
from tests.conversations.office import hand_back, say, sees, take_over
from tests.widget.axe import accessible
from tests.widget.host_pages import STRICT
from tests.widget.keyboard import focused, said, tab_to
from tests.widget.steps import (
    banner,
    dialog,
    field,
    from_menu,
    launcher,
    log,
    message,
    send,
    visit,
)

DESKTOP = {"width": 1280, "height": 800}


def erase(parent: Page, reference: str) -> None:
    from_menu(parent, "Wis mijn gesprek")
    parent.get_by_role("button", name="Ja, wis mijn gesprek").click()
    done = parent.get_by_role("alertdialog", name="Uw gesprek is gewist")
    expect(done).to_contain_text(reference)
    parent.get_by_role("button", name="Verder").click()
    expect(field(parent)).to_be_focused()


def test_a_person_takes_over_in_the_middle_of_a_form_and_hands_it_back(live: Live) -> None:
    parent, staff = live.parent(), live.staff()
    begin_a_request(parent)
    call_a_person(parent)
    conversation = live.newest()
    take_over(staff, conversation)
    expect(banner(parent)).to_contain_text("U praat met")
    expect(dialog(parent)).to_contain_text("Een medewerker antwoordt")

    say(staff, "Goedendag, ik lees met u mee.")
    expect(message(parent, "ik lees met u mee")).to_contain_text("· medewerker")
    send(parent, "Kost een kopie iets?")
    sees(staff, "Kost een kopie iets?")

    parent.context.set_offline(True)
    send(parent, "Bent u er nog?")
    expect(message(parent, "zodra u weer verbinding hebt")).to_have_count(1)
    say(staff, "Dat is gratis.")
    field(parent).fill("half getypt")
    parent.context.set_offline(False)
    # What could not be sent yet and what was missed are under way at this moment.
    parent.reload()
    expect(field(parent)).to_have_value("half getypt")
    sees(staff, "Bent u er nog?")
    for text in ("Kost een kopie iets?", "Bent u er nog?", "Dat is gratis.", "ik lees met u mee"):
        expect(message(parent, text)).to_have_count(1)

    hand_back(staff, "Kost inzage of een kopie van het dossier geld?")
    expect(message(parent, "U praat weer met de chatbot.")).to_be_visible()
    expect(banner(parent)).to_be_hidden()
    expect(message(parent, "Uw antwoorden zijn er nog")).to_contain_text("Kost inzage")
    answered(parent)
    reference = file_the_rest(parent, live, conversation)
    expect(parent.get_by_role("group", name="Ingediend")).to_contain_text(reference)
    typed = Counter(text for author, text in live.texts(conversation) if author == "bezoeker")
    assert [typed[text] for text in ("Kost een kopie iets?", "Bent u er nog?", "ja")] == [1, 1, 2]

    erase(parent, reference)
    expect(log(parent).get_by_text("Kost een kopie iets?")).to_have_count(0)
    assert live.texts(conversation) == []
    expect(staff.get_by_text("Dit gesprek is er niet meer.")).to_be_visible()
    expect(staff.get_by_text("Kost een kopie iets?")).to_have_count(0)
    staff.reload()
    expect(staff.get_by_role("heading", level=1)).to_have_text("Dit gesprek is er niet")


def type_and_send(page: Page, text: str) -> None:
    """In the field, which has the focus."""
    expect(field(page)).to_be_focused()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_from_the_chat_button_through_an_answer_and_a_request_and_back(live: Live) -> None:
    page = live.parent()
    visit(page, STRICT)
    expect(launcher(page)).to_have_attribute("aria-expanded", "false")
    tab_to(page, "open de chat")
    page.keyboard.press("Enter")
    expect(dialog(page)).to_have_accessible_description("Chatbot van Regenboog")

    type_and_send(page, "mag ik het dossier van mijn dochter van 9 zien")
    answer = message(page, "Ja, als ouder met gezag")
    expect(answer).to_be_visible()
    expect(log(page)).to_have_accessible_name("Gesprek")
    assert "Dossierwijzer: Ja, " in said(page) and "knoppen." in said(page)

    tab_to(page, "Bron: ", key="Shift+Tab")
    page.keyboard.press("Enter")
    source = answer.get_by_role("link", name="UAVG artikel 5 lid 4")
    expect(source).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    expect(source).to_be_focused()
    expect(source).to_have_accessible_name("UAVG artikel 5 lid 4 (opent in een nieuw venster)")

    tab_to(page, "Krijg ik een kopie?")
    page.keyboard.press("Enter")
    answered(page)
    # The pressed button keeps the focus, so that nobody loses their place.
    assert focused(page) == "gekozen: Krijg ik een kopie?"

    tab_to(page, "field")
    type_and_send(page, "ik wil inzage aanvragen")
    question = message(page, "Wat bent u van de leerling?")
    expect(question.get_by_role("progressbar", name="Voortgang")).to_be_visible()
    expect(question.get_by_role("group", name="Kies een antwoord")).to_be_visible()
    tab_to(page, "Ouder of voogd met gezag", key="Shift+Tab")
    page.keyboard.press("Space")
    expect(message(page, "voornaam en achternaam")).to_be_visible()
    tab_to(page, "field")
    type_and_send(page, "stop")
    expect(message(page, "Wilt u stoppen met")).to_be_visible()
    tab_to(page, "Ja, stoppen", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(message(page, "Er is niets verstuurd")).to_be_visible()
    answered(page)

    tab_to(page, "Gesprek", key="Shift+Tab")
    page.keyboard.press("End")
    expect(message(page, "Er is niets verstuurd")).to_be_in_viewport()
    page.keyboard.press("Home")
    first = message(page, "Ik ben geen mens")
    expect(first).to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("ArrowDown")
    expect(first).not_to_be_in_viewport()

    tab_to(page, "Menu", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Wis mijn gesprek")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Menu")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()
    expect(launcher(page)).to_have_attribute("aria-expanded", "false")


def looks_well(page: Page) -> None:
    """In every size and colour: axe finds nothing, and nothing is cut off at the sides."""
    for size, colours in product((TELEPHONE, DESKTOP), ("light", "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=colours)
        accessible(page)
        assert log(page).evaluate("(log) => log.scrollWidth - log.clientWidth") <= 0
        expect(dialog(page)).to_be_in_viewport(ratio=1)


def test_every_state_of_a_real_conversation_can_be_read_by_everybody(live: Live) -> None:
    parent, staff = live.parent(), live.staff()
    begin_a_request(parent)
    message(parent, "Ja, als ouder met gezag").get_by_text("Bron: ").click()
    # The answer with its source, and a question of the form.
    looks_well(parent)

    call_a_person(parent)
    conversation = live.newest()
    looks_well(parent)
    take_over(staff, conversation)
    say(staff, "Goedendag, ik lees met u mee.")
    expect(message(parent, "ik lees met u mee")).to_be_visible()
    looks_well(parent)

    hand_back(staff, "")
    expect(message(parent, "Uw antwoorden zijn er nog")).to_be_visible()
    until_summary(parent, live, conversation)
    looks_well(parent)
    send(parent, "ja")
    expect(parent.get_by_role("group", name="Ingediend")).to_be_visible()
    looks_well(parent)
