"""The network, the server and the stream fail, and come back: nothing lost, nothing twice."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.fake_chat import FakeChat
from tests.widget.steps import ask, banner, field, launcher, message, open_chat, send, visit

_LATER = "wordt verstuurd zodra u weer verbinding hebt"


def test_what_is_sent_without_network_goes_out_when_it_is_back(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.context.set_offline(True)
    expect(banner(page)).to_contain_text("U hebt geen verbinding")
    expect(banner(page).get_by_role("link", name="0123-456789")).to_be_visible()
    send(page, "een")
    send(page, "twee")
    expect(message(page, _LATER)).to_have_count(2)
    page.context.set_offline(False)
    expect(message(page, "U zei: twee")).to_be_visible()
    expect(banner(page)).to_be_hidden()
    expect(message(page, _LATER)).to_have_count(0)
    assert chat.texts() == ["hallo", "een", "twee"]


def test_what_was_said_meanwhile_is_fetched(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    page.context.set_offline(True)
    expect(banner(page)).to_be_visible()
    chat.say("Dit kwam toen u weg was.")
    page.context.set_offline(False)
    expect(message(page, "Dit kwam toen u weg was.")).to_have_count(1)


def test_a_dead_server_is_told_with_who_to_call_and_all_is_there_when_it_lives(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.server.stop()
    try:
        send(page, "bent u daar")
        expect(banner(page)).to_contain_text("De chat is even niet bereikbaar")
        expect(banner(page).get_by_role("link", name="info@regenboog.example")).to_be_visible()
        expect(message(page, _LATER)).to_be_visible()
    finally:
        chat.server.start()
    expect(message(page, "U zei: bent u daar")).to_have_count(1, timeout=15_000)
    expect(banner(page)).to_be_hidden()
    assert chat.texts() == ["hallo", "bent u daar"]


def test_a_server_in_trouble_says_so_in_its_own_words(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.storing = True
    send(page, "lukt het")
    expect(banner(page)).to_contain_text("De chat werkt even niet.")
    expect(banner(page).get_by_role("link", name="0123-456789")).to_be_visible()
    chat.storing = False
    expect(message(page, "U zei: lukt het")).to_have_count(1)
    expect(banner(page)).to_be_hidden()


def test_what_could_not_be_sent_survives_a_reload(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.storing = True
    send(page, "bewaar dit")
    expect(message(page, _LATER)).to_be_visible()
    page.reload()
    expect(message(page, "bewaar dit")).to_contain_text(_LATER)
    chat.storing = False
    expect(message(page, "U zei: bewaar dit")).to_have_count(1)
    assert chat.texts() == ["hallo", "bewaar dit"]


def test_an_answer_that_got_lost_does_not_send_the_message_twice(
    page: Page, chat: FakeChat
) -> None:
    open_chat(page)
    ask(page, "hallo")
    # Nothing but the answer to sending can tell that the message arrived.
    chat.no_streams = True
    chat.cut_streams()
    page.route("**/messages?after=*", lambda route: route.abort())
    chat.lose_answers = 1
    send(page, "maar één keer")
    expect(message(page, "wordt verstuurd")).to_be_visible()
    expect(message(page, "wordt verstuurd")).to_have_count(0)
    assert chat.texts() == ["hallo", "maar één keer"]
    assert chat.requests.count("POST messages") == 2


def test_a_stream_that_was_cut_is_taken_up_again(page: Page, chat: FakeChat) -> None:
    open_chat(page)
    ask(page, "hallo")
    chat.cut_streams()
    chat.say("Tussen twee stromen in.")
    expect(message(page, "Tussen twee stromen in.")).to_have_count(1)
    ask(page, "en verder")


def test_a_laptop_that_slept_catches_up_when_it_is_opened(page: Page, chat: FakeChat) -> None:
    page.clock.install()
    open_chat(page)
    ask(page, "hallo")
    # The stream still looks open, but nothing comes through any more.
    chat.server.run(chat.talk.readers.clear)
    chat.say("Tijdens uw slaap.")
    page.clock.fast_forward("01:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(message(page, "Tijdens uw slaap.")).to_have_count(1)


def test_where_streams_do_not_come_through_it_asks_again_and_again(
    page: Page, chat: FakeChat
) -> None:
    chat.no_streams = True
    open_chat(page)
    send(page, "hallo")
    expect(message(page, "U zei: hallo")).to_be_visible()
    chat.say("Zonder stroom.")
    expect(message(page, "Zonder stroom.")).to_have_count(1)
    expect(banner(page)).to_be_hidden()


def test_the_chat_of_a_server_that_is_away_from_the_start_tells_how_to_reach_the_school(
    page: Page, chat: FakeChat
) -> None:
    visit(page)
    chat.storing = True
    page.reload()
    launcher(page).click()
    expect(banner(page)).to_contain_text("De chat werkt even niet.")
    # The name, the colour and the telephone number are those of the last visit.
    expect(banner(page).get_by_role("link", name="0123-456789")).to_be_visible()
    expect(field(page)).to_be_focused()


def test_a_school_that_is_not_known_gets_no_button(page: Page, chat: FakeChat) -> None:
    page.route("**/school", lambda route: route.continue_())
    page.route(
        "**/chat/v1/school?*",
        lambda route: route.continue_(url=f"{chat.address}/chat/v1/school?school=onbekend"),
    )
    with page.expect_response("**/chat/v1/school?*"):
        page.goto("/school")
    expect(page.locator("dossierwijzer-chat")).to_have_count(0)
