"""Redis shares limits and wake-ups between web processes; without it all goes on as before."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from redis import Redis
from structlog.testing import capture_logs

from bot.chat.limits import Limits
from bot.chat.redis_link import RedisLink
from bot.chat.refusals import Refused
from bot.chat.shared_limits import SharedBuckets
from bot.chat.wakeups import Wakeups
from bot.people.rate_limit import Limit
from bot.settings import Settings, SettingsError, load_settings
from tests.support.brokers import redis_server
from tests.support.chat import Site, Visitor
from tests.support.loopback import wait_until
from tests.support.programs import free_port

TEN = Limit("ten", 10, timedelta(days=1))


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    with redis_server(tmp_path) as url:
        yield url


def test_two_processes_at_once_give_no_more_than_the_limit(redis_url: str) -> None:
    async def spend_everything() -> list[int | None]:
        links = [RedisLink(redis_url, seconds=60) for _ in range(2)]
        buckets = [SharedBuckets(link) for link in links]
        tries = [buckets[number % 2].spend([(TEN, "hier")]) for number in range(40)]
        found = await asyncio.gather(*tries)
        await asyncio.gather(*(link.close() for link in links))
        return found

    found = asyncio.run(spend_everything())
    assert found.count(0) == 10
    # A tenth of a day for each.
    assert {8600 < (wait or 0) <= 8640 for wait in found if wait != 0} == {True}


def test_what_is_spent_comes_back_and_is_nobody_elses(redis_url: str) -> None:
    quick = Limit("quick", 1, timedelta(seconds=0.05))

    async def spend() -> None:
        link = RedisLink(redis_url, seconds=60)
        buckets = SharedBuckets(link)
        assert await buckets.spend([(TEN, "a"), (quick, "b")]) == 0
        assert await buckets.spend([(TEN, "b")]) == 0
        while await buckets.spend([(quick, "b")]):
            await asyncio.sleep(0.01)
        await link.close()

    asyncio.run(spend())


def test_redis_is_told_no_address_and_forgets_in_time(redis_url: str) -> None:
    async def spend() -> None:
        link = RedisLink(redis_url, seconds=60)
        await SharedBuckets(link).spend([(TEN, "192.0.2.7")])
        await link.close()

    asyncio.run(spend())
    client = Redis.from_url(redis_url)
    (key,) = client.keys("*")
    assert b"192.0.2.7" not in key + b"".join(client.hgetall(key))
    assert 0 < client.ttl(key) <= 86_400
    client.close()


def test_a_redis_that_is_away_is_logged_once_and_limits_go_on() -> None:
    now = 0.0
    settings = Settings(chat_messages_per_visitor=3)

    async def use() -> None:
        nonlocal now
        link = RedisLink(f"redis://127.0.0.1:{free_port()}/0", lambda: now)
        limits = Limits(settings, SharedBuckets(link))
        for _ in range(3):
            now += 10
            await limits.message("a", "hier")
        with pytest.raises(Refused):
            await limits.message("a", "hier")
        await link.close()

    with capture_logs() as logs:
        asyncio.run(use())
    assert [log["event"] for log in logs] == ["redis_away"]


@pytest.fixture
def two(site: Site, redis_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Site, Site]]:
    """Two web processes on one database and one Redis."""
    monkeypatch.setenv("REDIS_URL", redis_url)
    both = Site(site.database, site.engine), Site(site.database, site.engine)
    for one in both:
        one.server.start()
    yield both
    for one in both:
        one.server.stop()


def visitors(two: tuple[Site, Site]) -> tuple[Visitor, Visitor]:
    """The same conversation at both."""
    here, there = (one.visitor() for one in two)
    here.begin("een")
    here.answered(1)
    there.token = here.token
    return here, there


def test_what_one_process_writes_the_other_pushes_at_once(
    two: tuple[Site, Site], redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not by asking the database: that would be seen in an hour.
    monkeypatch.setattr("bot.chat.hub.POLL_SECONDS", 3600.0)
    wait_until(lambda: subscribers(redis_url) == 2)
    here, there = visitors(two)
    with there.events(after=4) as stream:
        next(stream)
        here.say("twee")
        assert next(data["text"] for event, data in stream if event == "message") == "twee"


def subscribers(url: str) -> int:
    with Redis.from_url(url) as client:
        ((_, count),) = client.pubsub_numsub("dossierwijzer:changed")
        return int(count)


def test_redis_dies_in_the_middle_and_comes_back(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{port}/0")
    both = Site(site.database, site.engine), Site(site.database, site.engine)
    for one in both:
        one.server.start()
    try:
        with redis_server(tmp_path, port=port) as url:
            wait_until(lambda: subscribers(url) == 2)
            here, there = visitors(both)
        with there.events(after=4) as stream:
            next(stream)
            for text in ("twee", "drie"):
                assert here.say(text).status_code == 202
            seen = (data["text"] for event, data in stream if event == "message")
            wait_until(lambda: next(seen) == "U zei: drie")
        with redis_server(tmp_path, port=port) as url:
            # By themselves.
            wait_until(lambda: subscribers(url) == 2, 30)
            here.say("vier")
            assert here.answered(4)[-1] == ("bot", "U zei: vier")
    finally:
        for one in both:
            one.server.stop()


def test_a_message_of_somebody_else_wakes_nobody() -> None:
    woken: list[set[uuid.UUID]] = []
    wakeups = Wakeups(RedisLink("redis://127.0.0.1:1/0"), woken.append)
    assert wakeups._read(b"") == set()
    assert wakeups._read(b"onzin van een ander programma") == set()


def test_an_impossible_address_is_refused_at_the_start() -> None:
    with pytest.raises(SettingsError, match="REDIS_URL"):
        load_settings({"REDIS_URL": "127.0.0.1:6379"})
    assert load_settings({}).redis_url is None
