"""One bot for all conversations: starting the engine takes most of the time."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from sqlalchemy import Engine

from bot.db.engine import make_engine
from bot.db.schema import upgrade
from tests.browser.chromium import needed_chromium
from tests.conversations.live import Live, live_school
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Of one file: one of the whole package would still be open when the next package begins.
    with needed_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def school_live(bot: Bot, browser: Browser) -> Iterator[Live]:
    engine = make_engine(bot.database_url)
    with live_school(bot, engine, browser) as live:
        yield live
    engine.dispose()


@pytest.fixture
def live(school_live: Live) -> Iterator[Live]:
    """The school with its chat and its office; the browsers of a test are closed after it."""
    yield school_live
    school_live.close()
