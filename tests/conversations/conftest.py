"""One bot for all conversations: starting the engine takes most of the time."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.db.engine import make_engine
from bot.db.schema import upgrade
from tests.conversations.processes import Bot, Talk


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    before = dict(os.environ)
    bot = Bot(tmp_path_factory.mktemp("bot"))
    upgrade(bot.database_url)
    try:
        bot.start_actions()
        bot.start_engine()
        yield bot
    finally:
        bot.stop()
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture
def talk(bot: Bot) -> Talk:
    return bot.talk()


@pytest.fixture
def queue(bot: Bot) -> Iterator[Engine]:
    engine = make_engine(bot.database_url)
    yield engine
    engine.dispose()
