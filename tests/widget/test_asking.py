"""Asking, answering, and what an answer carries."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.fake_chat import FakeChat
from tests.widget.steps import (
    ask,
    choose,
    field,
    log,
    message,
    open_chat,
    send,
    until_filed,
    until_filled_in,
)


def test_the_first_messages_stand_there_before_anything_is_stored(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    expect(message(page, "de chatbot van De Regenboog. Ik ben geen mens")).to_be_visible()
    assert chat.talks == {}


def test_a_question_is_answered_with_its_sources_in_a_line_that_unfolds(page: Page) -> None:
    open_chat(page)
    ask(page, "mag ik het dossier van mijn dochter zien", "Ja, als ouder met gezag")
    answer = message(page, "Ja, als ouder met gezag")
    expect(answer.get_by_role("listitem").first).to_have_text("Jonger dan 12: u vraagt erom.")
    source = answer.get_by_role("link", name="UAVG artikel 5 lid 4")
    expect(source).to_be_hidden()
    answer.get_by_text("Bron: UAVG artikel 5 lid 4, AVG artikel 15").click()
    expect(source).to_be_visible()
    expect(answer).to_contain_text("nagekeken in november 2026")
    expect(answer).to_contain_text("Rijksoverheid")
    assert source.get_attribute("rel") == "noopener noreferrer"


def test_an_open_law_an_old_answer_and_doubt_are_told(page: Page) -> None:
    open_chat(page)
    ask(page, "wat geldt er bij verzuim", "Dat hangt ervan af")
    answer = message(page, "Dat hangt ervan af")
    expect(answer).to_contain_text("Er ligt een wetsvoorstel om verzuim anders te melden.")
    expect(answer).to_contain_text("langer dan een jaar geleden nagekeken")
    expect(answer).to_contain_text("geen volledige zekerheid")


def test_a_button_is_sent_as_a_button_and_can_be_pressed_once(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    choose(page, "Mag ik het dossier inzien?")
    expect(message(page, "Hoe oud is uw kind?")).to_be_visible()
    choose(page, "16 of 17")
    expect(message(page, "U zei: 16 of 17")).to_be_visible()
    pressed = log(page).get_by_role("button", name="gekozen: 16 of 17")
    expect(pressed).to_have_attribute("aria-disabled", "true")
    pressed.click(force=True)
    log(page).get_by_role("button", name="Jonger dan 12").click(force=True)
    ask(page, "verder")
    assert chat.texts() == ["Mag ik het dossier inzien?", "16 of 17", "verder"]


def test_an_unclear_question_leads_to_what_may_have_been_meant(page: Page) -> None:
    open_chat(page)
    ask(page, "iets onduidelijks", "Bedoelt u")
    choose(page, "Mag ik het dossier inzien?")
    expect(message(page, "Ja, als ouder met gezag")).to_be_visible()


def test_a_form_tells_how_far_it_is(page: Page) -> None:
    open_chat(page)
    ask(page, "Ik wil een verzoek indienen", "Wie bent u?")
    question = message(page, "Vraag 1 van 3")
    expect(question.get_by_role("progressbar")).to_have_attribute("max", "3")
    expect(field(page)).to_have_attribute("placeholder", "Typ uw antwoord")
    choose(page, "Ouder met gezag")
    expect(message(page, "Vraag 2 van 3").get_by_role("progressbar")).to_have_attribute(
        "value", "2"
    )
    ask(page, "Noor de Vries", "U mag deze vraag overslaan")


def test_a_row_of_the_summary_can_be_changed(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    until_filled_in(page)
    card = message(page, "zoals ik het ga indienen")
    expect(card.get_by_role("term")).to_have_text(
        ["Soort verzoek", "Naam van de leerling", "Groep of klas"]
    )
    # The card replaces the lines that say the same.
    expect(card.get_by_role("listitem")).to_have_count(0)
    page.get_by_role("button", name="Wijzig Naam van de leerling").click()
    expect(message(page, "Wat is de voornaam")).to_have_count(2)
    assert chat.texts()[-1] == "wijzig Naam van de leerling"
    expect(card.get_by_role("button", name="Wijzig Groep of klas")).to_be_hidden()


def test_a_receipt_tells_the_reference_and_the_dates_and_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_chat(page)
    until_filed(page)
    receipt = page.get_by_role("group", name="Ingediend")
    expect(receipt).to_contain_text("DW-WPJTH-QYEEY")
    expect(receipt).to_contain_text("donderdag 24 december 2026")
    receipt.get_by_text("Waarom deze datum?").click()
    expect(receipt.get_by_text("één maand (AVG artikel 12 lid 3)")).to_be_visible()
    receipt.get_by_role("button", name="Kopieer kenmerk").click()
    expect(receipt.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "DW-WPJTH-QYEEY"


def test_the_bot_is_seen_typing(page: Page, chat: FakeChat) -> None:
    chat.pause = 0.6
    open_chat(page)
    send(page, "hallo")
    typing = page.get_by_text("Dossierwijzer typt")
    expect(typing).to_be_visible()
    expect(message(page, "U zei: hallo")).to_be_visible()
    expect(typing).to_be_hidden()


@pytest.mark.parametrize("opening", ["zeg niets", "hallo"])
def test_a_bot_that_says_nothing_does_not_type_for_ever(
    opening: str, page: Page, chat: FakeChat
) -> None:
    chat.pause = 0.3
    open_chat(page)
    send(page, opening)
    typing = page.get_by_text("Dossierwijzer typt")
    expect(typing).to_be_visible()
    expect(typing).to_be_hidden()
    send(page, "zeg niets")
    expect(typing).to_be_visible()
    expect(typing).to_be_hidden()
    assert chat.texts() == [opening, "zeg niets"]
    ask(page, "en nu")


def test_what_unfolds_comes_into_sight(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 520})
    open_chat(page)
    ask(page, "mag ik het dossier van mijn dochter zien", "Ja, als ouder met gezag")
    answer = message(page, "Ja, als ouder met gezag")
    line = answer.get_by_text("Bron: UAVG artikel 5 lid 4, AVG artikel 15")
    # To where the line that unfolds is the last that can be seen.
    line.evaluate("(line) => line.scrollIntoView({ block: 'end' })")
    line.click()
    expect(answer.get_by_role("link", name="AVG artikel 15", exact=False).last).to_be_in_viewport(
        ratio=1
    )


def test_enter_sends_and_shift_enter_makes_a_line_and_the_field_grows(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    low = field(page).bounding_box()
    field(page).fill("eerste")
    for word in ("tweede", "derde"):
        field(page).press("Shift+Enter")
        page.keyboard.type(word)
    high = field(page).bounding_box()
    assert low and high and high["height"] > low["height"] + 40
    field(page).press("Enter")
    expect(message(page, "U zei: eerste")).to_be_visible()
    assert chat.texts() == ["eerste\ntweede\nderde"]
    expect(field(page)).to_have_value("")


def test_a_message_that_gets_too_long_is_counted_kindly_and_kept(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    field(page).fill("🎒" * 1_900)
    expect(page.get_by_text("Nog 100 tekens").first).to_be_visible()
    field(page).fill("a" * 2_003)
    expect(page.get_by_text("3 tekens te lang").first).to_be_visible()
    field(page).press("Enter")
    expect(field(page)).to_have_value("a" * 2_003)
    assert chat.talks == {}
    field(page).fill("a" * 2_000)
    field(page).press("Enter")
    expect(message(page, "U zei: aaa")).to_be_visible()


def test_a_message_that_the_server_refuses_says_why_and_can_be_taken_back(page: Page) -> None:
    open_chat(page)
    ask(page, "eerst iets")
    send(page, "geweigerd")
    refused = message(page, "Niet verstuurd. Deze knop is er niet meer.")
    expect(refused).to_be_visible()
    refused.get_by_role("button", name="Haal weg").click()
    expect(refused).to_have_count(0)
    expect(field(page)).to_have_value("geweigerd")
    expect(field(page)).to_be_focused()


def test_the_conversation_can_be_saved_as_a_file(page: Page) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.get_by_role("button", name="Menu").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar dit gesprek").click()
    assert saved.value.suggested_filename.startswith("gesprek-")
    assert "bot: U zei: hallo" in saved.value.path().read_text(encoding="utf-8")


def test_days_are_told_apart(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.say("Een vraag van lang geleden.", at="2024-02-06T09:00:00Z")
    chat.say("En van nu.")
    expect(message(page, "En van nu.")).to_be_visible()
    days = log(page).get_by_text("Vandaag")
    expect(days).to_have_count(2)
    expect(log(page).get_by_text("dinsdag 6 februari 2024")).to_be_visible()
