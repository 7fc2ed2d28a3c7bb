"""An engine that is away, slow or wrong: told once and soon, nothing lost, nothing twice."""

from __future__ import annotations

import pytest

from bot.chat.dispatcher import PATIENCE
from tests.support.chat import Site, Visitor
from tests.support.loopback import wait_until

AWAY = "De chatbot antwoordt nu even niet"


def notices(visitor: Visitor) -> list[str]:
    return [text for author, text in visitor.texts() if author == "systeem"]


def test_an_engine_that_is_away_is_told_at_once_and_answers_later(
    site: Site, visitor: Visitor
) -> None:
    # Not by waiting: it is known as soon as nobody takes the connection.
    site.app.state.chat.dispatcher._patience = 3600.0
    site.engine.server.stop()
    visitor.begin("eerste")
    (notice,) = wait_until(lambda: notices(visitor))
    assert AWAY in notice and "030-1234567" in notice and "info@regenboog.example" in notice
    for text in ("tweede", "derde"):
        visitor.say(text)
    site.engine.server.start()
    texts = visitor.answered(3)
    assert site.engine.texts() == ["eerste", "tweede", "derde"]
    assert len(notices(visitor)) == 1
    assert [text for author, text in texts if author == "bot"] == [
        "U zei: eerste",
        "U zei: tweede",
        "U zei: derde",
    ]
    assert visitor.get().json()["typing"] is False


def test_the_next_outage_is_told_again(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    for outage in (1, 2):
        visitor.answered(outage)
        site.engine.server.stop()
        visitor.say(f"bericht {outage}")
        wait_until(lambda outage=outage: len(notices(visitor)) == outage)
        site.engine.server.start()
    visitor.answered(3)


def test_a_slow_engine_is_told_and_then_answers(site: Site, visitor: Visitor) -> None:
    # Two seconds are promised.
    assert PATIENCE <= 1.5
    site.engine.behaviour = "hold"
    visitor.begin("langzaam")
    assert visitor.get().json()["typing"] is True
    wait_until(lambda: notices(visitor))
    site.engine.let_go()
    assert visitor.answered(1)[-1] == ("bot", "U zei: langzaam")
    assert site.engine.texts() == ["langzaam"]


def test_a_quick_engine_is_told_nothing(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    assert notices(visitor) == []


@pytest.mark.parametrize("behaviour", ["garbage", "wrong_shape", "huge", "broken"])
def test_garbage_is_tried_again_and_then_told_honestly(
    site: Site, visitor: Visitor, behaviour: str
) -> None:
    site.engine.behaviour = behaviour
    visitor.begin("ongelukkig")
    wait_until(lambda: any("geen antwoord geven" in text for text in notices(visitor)), 20)
    assert len([call for call in site.engine.called if call["message"] == "ongelukkig"]) == 3
    told = visitor.messages(after=3)
    given_up = next(one for one in told if "geen antwoord geven" in one["text"])
    assert given_up["buttons"] == [{"index": 0, "title": "Ik wil een medewerker"}]
    assert "030-1234567" in given_up["text"]
    site.engine.behaviour = "ok"
    visitor.say("daarna")
    assert ("bot", "U zei: daarna") in visitor.answered(1)
    assert "<html>" not in visitor.get().text


def test_garbage_that_passes_is_no_more_than_a_wait(site: Site, visitor: Visitor) -> None:
    site.engine.behaviour = "garbage"
    visitor.begin("even")
    wait_until(lambda: site.engine.called)
    site.engine.behaviour = "ok"
    assert visitor.answered(1)[-1] == ("bot", "U zei: even")


def test_an_engine_that_acted_before_it_was_lost_does_not_act_again(
    site: Site, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.answered(1)
    site.engine.behaviour = "drop"
    visitor.say("ja, dien in")
    visitor.answered(2)
    assert site.engine.texts() == ["hoi", "ja, dien in"]
    calls = [call["again"] for call in site.engine.called if call["message"] == "ja, dien in"]
    assert calls == [False, True]


def test_a_wrong_secret_is_an_outage_and_not_a_loss(
    site: Site, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as other:
        other.setattr("tests.support.fake_engine.SECRET", "een ander geheim")
        visitor.begin("hoi")
        wait_until(lambda: notices(visitor))
    visitor.answered(1)


def test_one_conversation_that_waits_holds_up_no_other(site: Site, visitor: Visitor) -> None:
    site.engine.behaviour = "hold"
    visitor.begin("langzaam")
    wait_until(lambda: site.engine.called)
    site.engine.behaviour = "ok"
    other = site.visitor()
    other.begin("snel")
    assert other.answered(1)[-1] == ("bot", "U zei: snel")
    site.engine.let_go()
    visitor.answered(1)
