"""One round through the whole house: everything is said once, then all logs are read."""

from __future__ import annotations

import os

import pytest

from bot.db.engine import make_engine
from bot.db.schema import upgrade
from tests.logs.browsing import browse
from tests.logs.chatting import chat, without_an_engine
from tests.logs.delivering import file_with_letters
from tests.logs.house import LOGS, House
from tests.logs.migrating import migrate_what_breaks
from tests.logs.talking import talk
from tests.support.mail_server import mail_server
from tests.support.receiver import receiver


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Process -> what it wrote, after everything was sent to it."""
    before, folder = dict(os.environ), tmp_path_factory.mktemp("house")
    with mail_server("refuse_address") as (_, smtp_url), receiver(500) as (_, webhook):
        house = House(folder, smtp_url)
        try:
            upgrade(house.database_url)
            engine = make_engine(house.database_url)
            file_with_letters(engine, webhook)
            engine.dispose()
            house.start_all()
            migrate_what_breaks(folder)
            chat(house)
            browse(house)
            talk(house)
            house.wait_for("worker", "delivery_broke")
            assert house.is_up("engine")
            without_an_engine(house)
            house.wait_for("worker", "engine_forgets_later")
        finally:
            house.stop()
            os.environ.clear()
            os.environ.update(before)
    return {name: (folder / f"{name}.log").read_text(errors="replace") for name in LOGS}
