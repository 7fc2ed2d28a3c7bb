"""One row per conversation, which can be erased."""

from __future__ import annotations

import asyncio

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from bot.engine.tracker_store import SnapshotTrackerStore


def store(tmp_path) -> SnapshotTrackerStore:
    return SnapshotTrackerStore(Domain.empty(), url=f"sqlite:///{tmp_path / 'trackers.db'}")


def test_a_conversation_comes_back_as_it_was(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        tracker = await here.get_or_create_tracker("ouder")
        tracker.update(UserUttered("mag ik het dossier zien"))
        await here.save(tracker)
        again = await store(tmp_path).retrieve("ouder")
        assert again.latest_message.text == "mag ik het dossier zien"
        assert list(await here.keys()) == ["ouder"]

    asyncio.run(run())


def test_an_erased_conversation_is_gone(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        await here.save(await here.get_or_create_tracker("ouder"))
        await here.delete("ouder")
        assert await here.retrieve("ouder") is None

    asyncio.run(run())


def test_an_unknown_conversation_is_none(tmp_path) -> None:
    assert asyncio.run(store(tmp_path).retrieve("niemand")) is None


def test_a_visitor_who_says_nothing_leaves_no_row(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        await here.get_or_create_tracker("ouder")
        assert list(await here.keys()) == []

    asyncio.run(run())


def test_what_another_process_wrote_is_read_and_not_remembered(tmp_path) -> None:
    async def run() -> None:
        here, there = store(tmp_path), store(tmp_path)
        tracker = await here.get_or_create_tracker("ouder")
        tracker.update(UserUttered("eerst"))
        await here.save(tracker)
        other = await there.retrieve("ouder")
        other.update(UserUttered("daarna"))
        await there.save(other)
        assert (await here.retrieve("ouder")).latest_message.text == "daarna"

    asyncio.run(run())


def test_changes_that_were_not_saved_are_gone_at_the_next_message(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        tracker = await here.get_or_create_tracker("ouder")
        tracker.update(UserUttered("eerst"))
        await here.save(tracker)
        broken = await here.retrieve("ouder")
        broken.update(UserUttered("half"))
        assert (await here.retrieve("ouder")).latest_message.text == "eerst"

    asyncio.run(run())
