"""One row per conversation, which can be erased."""

from __future__ import annotations

import asyncio
import json
import sqlite3

import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from bot.engine.tracker_store import TRACKERS, SnapshotTrackerStore


def store(tmp_path) -> SnapshotTrackerStore:
    return SnapshotTrackerStore(Domain.empty(), url=f"sqlite:///{tmp_path / 'trackers.db'}")


def test_another_engine_may_make_the_table_at_the_same_moment(tmp_path) -> None:
    def another_engine(table, connection, **kwargs) -> None:
        with sqlite3.connect(tmp_path / "trackers.db") as other:
            other.execute(str(sa.schema.CreateTable(TRACKERS)))

    sa.event.listen(TRACKERS, "before_create", another_engine, once=True)
    assert asyncio.run(store(tmp_path).retrieve("ouder")) is None


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


def rows(tmp_path) -> list[str]:
    with sqlite3.connect(tmp_path / "trackers.db") as connection:
        return [row[0] for row in connection.execute("SELECT events FROM trackers")]


def test_the_database_does_not_show_what_was_typed(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        tracker = await here.get_or_create_tracker("ouder")
        tracker.update(UserUttered("Zeldzaamwoord"))
        await here.save(tracker)

    asyncio.run(run())
    assert len(rows(tmp_path)) == 1
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert not any(b"Zeldzaamwoord" in content for content in files)


def test_a_conversation_of_before_the_encryption_goes_on(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        await here.save(await here.get_or_create_tracker("ouder"))
        older = json.dumps([UserUttered("van vroeger").as_dict()])
        with sqlite3.connect(tmp_path / "trackers.db") as connection:
            connection.execute("UPDATE trackers SET events = ?", [older])
        tracker = await store(tmp_path).retrieve("ouder")
        assert tracker.latest_message.text == "van vroeger"
        await store(tmp_path).save(tracker)

    asyncio.run(run())
    assert "van vroeger" not in rows(tmp_path)[0]


def test_only_what_was_silent_long_enough_is_deleted(tmp_path) -> None:
    async def run() -> None:
        here = store(tmp_path)
        for name in ("oud", "nieuw"):
            await here.save(await here.get_or_create_tracker(name))
        with sqlite3.connect(tmp_path / "trackers.db") as connection:
            connection.execute(
                "UPDATE trackers SET last_message_at = 50 WHERE conversation_id = 'oud'"
            )
        assert await here.delete_older(100) == 1
        assert await here.delete_older(100) == 0
        assert list(await here.keys()) == ["nieuw"]

    asyncio.run(run())
