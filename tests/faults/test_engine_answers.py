"""The engine answers garbage at seeded moments; browsers send twice and out of order."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.faults.promises import GIVEN_UP
from tests.support.chat import Site, Visitor, new_key
from tests.support.loopback import wait_until

WRONG = ("garbage", "wrong_shape", "huge", "broken", "drop")
CONVERSATIONS, MESSAGES = 4, 25


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAT_MESSAGES_PER_VISITOR", "100000")
    monkeypatch.setenv("CHAT_MESSAGES_PER_ADDRESS", "100000")


def test_garbage_now_and_then_costs_no_message(unlimited, site: Site, capsys) -> None:
    chance = random.Random(20261125)
    visitors = [site.visitor() for _ in range(CONVERSATIONS)]
    keys: dict[tuple[int, str], tuple[str, int]] = {}
    for visitor in visitors:
        visitor.begin("begin")
    wrong = 0
    for number in range(MESSAGES):
        for place, visitor in enumerate(visitors):
            site.engine.behaviour = chance.choice(WRONG) if chance.random() < 0.3 else "ok"
            wrong += site.engine.behaviour != "ok"
            text, key = f"bericht {number}", new_key()
            sent = visitor.say(text, key)
            assert sent.status_code == 202
            keys[place, key] = text, sent.json()["message"]["sequence"]
            _again(visitor, place, keys, chance)
    site.engine.behaviour = "ok"
    for visitor in visitors:
        wait_until(lambda visitor=visitor: not visitor.get().json()["typing"], 60)
    given_up = sum(_check(visitor) for visitor in visitors)
    # Each that it handled, once and in its order.
    assert len(site.engine.handled) == len(set(site.engine.handled))
    with capsys.disabled():
        print(
            f"\nengine: {wrong} wrong answers ordered, {len(keys)} messages, {given_up} given up "
            "and told so, 0 lost, 0 answered twice"
        )


def _again(
    visitor: Visitor,
    place: int,
    keys: dict[tuple[int, str], tuple[str, int]],
    chance: random.Random,
) -> None:
    """What was sent before, once more and long after what followed it."""
    own = [key for key in keys if key[0] == place]
    for _ in range(chance.choice((0, 0, 1, 2))):
        chosen = chance.choice(own)
        text, sequence = keys[chosen]
        assert visitor.say(text, chosen[1]).json()["message"]["sequence"] == sequence


def _check(visitor: Visitor) -> int:
    """How many were given up; everything else has its own answer, in the order of asking."""
    texts = visitor.texts()
    asked = [text for author, text in texts if author == "bezoeker"]
    answered = [text.removeprefix("U zei: ") for author, text in texts if author == "bot"]
    told = sum(GIVEN_UP in text for author, text in texts if author == "systeem")
    assert asked == ["begin", *(f"bericht {number}" for number in range(MESSAGES))]
    assert max(Counter(answered).values()) == 1
    assert answered == [text for text in asked if text in answered]
    assert len(asked) - len(answered) == told
    return told
