from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.run.chat import chosen, talk
from bot.run.chat_text import show, sources_line
from bot.run.failure import RunFailed

BUTTONS = [
    {"title": "Inzage aanvragen", "payload": "/verzoek_inzage"},
    {"title": "Krijg ik een kopie?", "payload": "/inzage/kopie"},
]
CUSTOM = {
    "bronnen": [{"naam": "AVG artikel 15", "organisatie": "Europese Unie"}],
    "gecontroleerd": "2026-11",
}
ANSWER = [{"text": "Ja, dat mag.", "buttons": BUTTONS}, {"custom": CUSTOM}]


def test_text_then_source_then_numbered_buttons() -> None:
    shown = show(ANSWER)
    assert [line for line in shown.lines if line] == [
        "Ja, dat mag.",
        "Bron: AVG artikel 15 (Europese Unie) · gecontroleerd in november 2026",
        "  1. Inzage aanvragen",
        "  2. Krijg ik een kopie?",
    ]
    assert shown.payloads == ["/verzoek_inzage", "/inzage/kopie"]


def test_several_sources_stand_on_one_line() -> None:
    sources = [{"naam": "AVG artikel 15"}, {"naam": "UAVG artikel 5", "organisatie": ""}]
    assert sources_line({"bronnen": sources}) == "Bronnen: AVG artikel 15, UAVG artikel 5"


@pytest.mark.parametrize("custom", [{}, {"bronnen": []}, {"vraag": "inzage/recht"}])
def test_without_sources_there_is_no_line(custom: dict) -> None:
    assert sources_line(custom) == ""


@pytest.mark.parametrize(
    ("typed", "sent"),
    [("1", "/a"), (" 2 ", "/b"), ("3", "3"), ("0", "0"), ("groep 2", "groep 2"), ("  ", "")],
)
def test_a_number_chooses_its_button_and_all_else_is_said(typed: str, sent: str) -> None:
    assert chosen(typed, ["/a", "/b"]) == sent


def _typing(*lines: str):
    feed: Iterator[str] = iter(lines)

    def read(_: str) -> str:
        try:
            return next(feed)
        except StopIteration:
            raise EOFError from None

    return read


def test_a_conversation_sends_what_was_typed_and_chosen() -> None:
    sent: list[str] = []
    written: list[str] = []

    def bot(message: str):
        sent.append(message)
        return ANSWER if len(sent) == 1 else [{"text": "Goed."}]

    talk(bot, read=_typing("mag ik het zien", "", "2", "2"), write=written.append)
    # The last 2 is a text again: the second answer had no buttons.
    assert sent == ["mag ik het zien", "/inzage/kopie", "2"]
    assert "Goed." in written[-1]


def test_a_bot_that_says_nothing_is_shown_as_such() -> None:
    written: list[str] = []
    talk(lambda _: [], read=_typing("hallo"), write=written.append)
    assert "(geen antwoord)" in written[-1]


def test_a_bot_that_is_gone_ends_the_chat_with_the_log_to_read() -> None:
    with pytest.raises(RunFailed, match=r"var/log/engine\.log"):
        talk(lambda _: None, read=_typing("hallo"), write=lambda _: None)
