"""A person of the school takes over, and hands back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.fake_chat import FakeChat
from tests.widget.steps import ask, banner, dialog, field, from_menu, log, message, open_chat, send

_NAME = "J. de Wit (school)"


def test_a_person_is_asked_for_answers_and_hands_back(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_text("Vandaag tot 16.00 uur antwoordt iemand")).to_be_visible()
    page.get_by_role("button", name="Praat met een medewerker").click()
    expect(banner(page)).to_contain_text("Uw vraag wacht op een medewerker")
    chat.change(state="bij_medewerker", person=_NAME)
    chat.say("Goedemiddag, ik kijk met u mee.", "medewerker", name=_NAME)
    expect(banner(page)).to_contain_text(f"U praat met {_NAME}")
    expect(dialog(page)).to_contain_text("Een medewerker antwoordt")
    expect(message(page, "Goedemiddag, ik kijk met u mee.")).to_contain_text(
        f"{_NAME} · medewerker"
    )
    send(page, "dank u")
    expect(message(page, "dank u")).to_be_visible()
    expect(message(page, "wordt verstuurd")).to_have_count(0)
    expect(field(page)).to_have_attribute("placeholder", "Typ uw bericht")
    chat.say("J. de Wit geeft u terug aan de chatbot.", "systeem")
    chat.change(state="bot", person=None)
    expect(banner(page)).to_be_hidden()
    ask(page, "en verder")
    assert "U zei: dank u" not in chat.texts("bot")


def test_an_answer_that_was_overtaken_on_its_way_changes_nothing(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.overtaken = True
    with page.expect_response(lambda reply: reply.request.method == "POST") as sent:
        send(page, "Ik wil een medewerker")
        expect(banner(page)).to_contain_text("Uw vraag wacht op een medewerker")
    sent.value.finished()
    # Two frames: by then the widget has done with it what it does.
    page.evaluate("new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")
    expect(banner(page)).to_contain_text("Uw vraag wacht op een medewerker")


def test_a_person_who_comes_is_seen_unless_the_reader_went_back_themselves(
    page: Page, chat: FakeChat
) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    open_chat(page)
    # Longer than the window: shown from where it begins.
    ask(page, "vreemde tekens", "👩‍👧 ✔ 🎒")
    ask(page, "mag ik het dossier van mijn dochter zien", "Ja, als ouder met gezag")
    chat.say("Een lang bericht. " * 60)
    expect(message(page, "Een lang bericht.")).to_be_visible()
    chat.say("Goedemiddag.", "medewerker", name=_NAME)
    expect(message(page, "Goedemiddag.")).to_be_in_viewport()

    log(page).focus()
    page.keyboard.press("Home")
    expect(message(page, "Ik ben geen mens")).to_be_in_viewport()
    chat.say("Bent u er nog?", "medewerker", name=_NAME)
    onward = page.get_by_role("button", name="Naar het nieuwste bericht")
    expect(onward).to_be_visible()
    expect(message(page, "Ik ben geen mens")).to_be_in_viewport()
    onward.click()
    expect(message(page, "Bent u er nog?")).to_be_in_viewport()


def test_the_person_is_known_after_a_reload(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.change(state="bij_medewerker", person=_NAME)
    page.reload()
    expect(banner(page)).to_contain_text(f"U praat met {_NAME}")
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("button", name="Praat met een medewerker")).to_be_hidden()


def test_a_closed_conversation_opens_when_something_is_typed(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.change(state="gesloten")
    expect(banner(page)).to_contain_text("Dit gesprek is afgesloten")
    ask(page, "toch nog iets")
    expect(banner(page)).to_be_hidden()


def test_what_the_server_has_to_say_stands_with_who_to_call(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.change(notice="Het antwoord laat op zich wachten. Uw bericht is bewaard.")
    expect(banner(page)).to_contain_text("Het antwoord laat op zich wachten.")
    expect(banner(page).get_by_role("link", name="0123-456789")).to_be_visible()


def test_a_person_can_be_asked_for_at_once(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    from_menu(page, "Praat met een medewerker")
    expect(message(page, "Ik heb uw vraag doorgegeven.")).to_be_visible()
    assert chat.texts() == ["Ik wil een medewerker"]
