"""How much one visitor and one address may ask."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat.limits import Buckets, Limits
from bot.chat.refusals import Refused
from bot.people.rate_limit import Limit
from bot.settings import Settings
from tests.support.chat import Site, Visitor

THREE = Limit("three", 3, timedelta(minutes=1))


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def spend_until_refused(buckets: Buckets, key: str) -> int:
    count = 0
    with pytest.raises(Refused, match="te_vaak"):
        while True:
            buckets.spend(THREE, key)
            count += 1
    return count


def test_what_is_spent_comes_back_in_time() -> None:
    clock = Clock()
    buckets = Buckets(clock)
    assert spend_until_refused(buckets, "a") == 3
    clock.now = 20
    assert spend_until_refused(buckets, "a") == 1
    clock.now = 10_000
    assert spend_until_refused(buckets, "a") == 3


def test_one_visitor_does_not_spend_for_another() -> None:
    buckets = Buckets(Clock())
    assert spend_until_refused(buckets, "a") == 3
    assert spend_until_refused(buckets, "b") == 3


def test_many_addresses_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.limits._MOST_KEPT", 10)
    buckets = Buckets(Clock())
    for number in range(100):
        buckets.spend(THREE, str(number))
    assert len(buckets._buckets) == 10


def test_streams_are_counted_while_they_are_open() -> None:
    limits = Limits(Settings(chat_streams_per_address=2))
    with limits.stream("a", "hier"), limits.stream("b", "hier"):
        with pytest.raises(Refused):
            limits.check_stream("c", "hier")
        limits.check_stream("c", "daar")
    limits.check_stream("c", "hier")


def test_a_visitor_who_does_not_stop_is_told_when_to_go_on(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    replies = [visitor.say("nog een") for _ in range(35)]
    refused = replies[-1]
    assert refused.status_code == 429
    assert refused.json()["code"] == "te_vaak"
    assert int(refused.headers["retry-after"]) >= 1
    other = site.visitor()
    assert other.begin().status_code == 201


def test_beginning_is_counted_for_all_processes_together(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAT_MESSAGES_PER_ADDRESS", "3")
    second = Site(site.database, site.engine)
    second.server.start()
    try:
        assert [second.visitor().begin().status_code for _ in range(3)] == [201] * 3
    finally:
        second.server.stop()
    third = Site(site.database, site.engine)
    third.server.start()
    try:
        refused = third.visitor().begin()
    finally:
        third.server.stop()
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 60
    assert refused.json()["contact"]["phone"] == "030-1234567"
