"""A new model without a pause: the form that somebody fills in goes on with another engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot import clock
from bot.db.session import session_scope
from bot.schools.editing import create_school
from bot.settings import REPOSITORY
from tests.conversations.processes import Bot
from tests.support.chat import Visitor
from tests.support.loopback import wait_until
from tests.support.parent_answers import PARENT


@pytest.fixture
def listed(bot: Bot, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "engines"
    yield path
    bot.stop_web()
    bot.stop_engine("other")
    bot.start_engine()


def answered(parent: Visitor, text: str) -> dict:
    """The last message that came back to this."""
    sequence = parent.say(text).json()["message"]["sequence"]
    wait_until(lambda: not parent.get().json()["typing"], 30)
    return parent.messages(sequence)[-1]


def test_a_form_goes_on_with_the_new_engine(bot: Bot, queue: Engine, listed: Path) -> None:
    with session_scope(queue) as session:
        slug = create_school(session, "De Regenboog", clock.now()).slug
    parent = Visitor(bot.start_web(listed), slug)
    parent.begin("hoi")
    wait_until(lambda: not parent.get().json()["typing"], 30)
    field = answered(parent, "ik wil inzage aanvragen")["form"]["field"]
    for _ in range(2):
        field = answered(parent, PARENT[field])["form"]["field"]
    use(bot, listed, bot.start_another_engine())
    bot.stop_engine()
    for _ in range(20):
        if field == "confirm":
            break
        field = answered(parent, PARENT[field])["form"]["field"]
    summary = next(one["summary"] for one in parent.messages()[::-1] if one["summary"])
    # What the old engine was told stands in what the new one sums up.
    assert PARENT["child_name"] in [row["value"] for row in summary]
    parent.say("ja")
    wait_until(lambda: not parent.get().json()["typing"], 30)
    assert [one for one in parent.messages() if one["receipt"]]


def use(bot: Bot, listed: Path, url: str) -> None:
    words = [sys.executable, "-m", "bot.admin", "engines", "use", url]
    given = os.environ | bot.secrets | {"ENGINE_URLS_FILE": str(listed)}
    subprocess.run(words, cwd=REPOSITORY, env=given, check=True, timeout=60)
