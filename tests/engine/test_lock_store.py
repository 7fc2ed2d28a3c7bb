"""A hasty parent's second message follows the first at once, and never overtakes it."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.lock_store import LockStore
from rasa.utils.endpoints import EndpointConfig

from bot.engine.lock_store import InOrderLockStore


def test_rasa_builds_it_from_endpoints_yml():
    endpoint = EndpointConfig(type="bot.engine.lock_store.InOrderLockStore")
    assert isinstance(LockStore.create(endpoint), InOrderLockStore)


def test_messages_of_one_conversation_are_served_in_the_order_they_came():
    store, served = InOrderLockStore(), []

    async def message(number: int) -> None:
        async with store.lock("a"):
            await asyncio.sleep(0)
            served.append(number)

    async def several() -> None:
        await asyncio.gather(*(message(number) for number in range(5)))

    asyncio.run(several())
    assert served == [0, 1, 2, 3, 4]


def test_the_second_message_starts_when_the_first_is_done_and_asks_no_clock():
    store = InOrderLockStore()
    sleeps = []

    async def second() -> None:
        async with store.lock("a"):
            pass

    async def conversation() -> None:
        real_sleep = asyncio.sleep
        async with store.lock("a"):
            waiting = asyncio.ensure_future(second())
            await real_sleep(0)
            assert store.is_someone_waiting("a")
            asyncio.sleep = lambda *given: sleeps.append(given) or real_sleep(0)  # type: ignore
        try:
            await waiting
        finally:
            asyncio.sleep = real_sleep

    asyncio.run(conversation())
    assert sleeps == []


def test_another_conversation_does_not_wait():
    store = InOrderLockStore()

    async def both() -> bool:
        async with store.lock("a"), store.lock("b"):
            return store.is_someone_waiting("a") or store.is_someone_waiting("b")

    assert asyncio.run(both()) is False


def test_a_message_that_breaks_lets_the_next_one_through():
    store = InOrderLockStore()

    async def breaking() -> None:
        async with store.lock("a"):
            raise ZeroDivisionError

    async def next_one() -> None:
        async with store.lock("a"):
            pass

    async def both() -> None:
        with pytest.raises(ZeroDivisionError):
            await breaking()
        await next_one()

    asyncio.run(both())
    assert len(store) == 0


def test_a_parent_who_gives_up_while_waiting_leaves_the_line():
    store = InOrderLockStore()

    async def waiting() -> None:
        async with store.lock("a"):
            pass

    async def conversation() -> None:
        async with store.lock("a"):
            gone = asyncio.ensure_future(waiting())
            await asyncio.sleep(0)
            gone.cancel()
            await asyncio.gather(gone, return_exceptions=True)
            assert not store.is_someone_waiting("a")

    asyncio.run(conversation())
    assert len(store) == 0
