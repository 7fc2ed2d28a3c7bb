"""What any earlier release wrote outlives a migration that breaks, is all there after the others,
and the house works on it.

A new migration is tested by itself, and fails until `earlier_rows` fills what it adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from bot import clock
from bot.conversations.models import Conversation
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.people.roles import ADMINISTRATION, STAFF
from tests.db.breaking import at_the_end, breaking, standing
from tests.db.databases import REVISIONS, Files, Releases, Server
from tests.db.earlier_release import Tables, expected, read
from tests.db.earlier_rows import CHILD, QUESTION, REFERENCE
from tests.support.parents import parent
from tests.support.people import Board, add_person
from tests.support.requests import file

#: A database in which nothing was ever made.
NOTHING = None


@dataclass
class Moved:
    """A database of an earlier release that is up to date now, after two tries that broke."""

    engine: Engine
    #: What today's models must read.
    wanted: Tables
    before: dict[str, tuple[Any, ...]]
    #: What stood there after each migration that broke.
    after_breaking: list[dict[str, tuple[Any, ...]]] = field(default_factory=list)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def releases(request: pytest.FixtureRequest, tmp_path_factory) -> Releases:
    if request.param == "sqlite":
        return Releases(Files(tmp_path_factory.mktemp("releases")))
    return Releases(Server(request.getfixturevalue("postgresql_url")))


@pytest.fixture(scope="module", params=[NOTHING, *REVISIONS], ids=str)
def moved(request: pytest.FixtureRequest, releases: Releases) -> Iterator[Moved]:
    engine = releases.left_by(request.param)
    moved = Moved(engine, expected(engine), standing(engine))
    following = [NOTHING, *REVISIONS].index(request.param)
    for revision in REVISIONS[following : following + 1]:
        break_twice(moved, revision)
    migrate(engine, "head")
    yield moved
    engine.dispose()


def break_twice(moved: Moved, revision: str) -> None:
    """Once when all but the last statement is done, and once in the middle of them."""
    with breaking(at_the_end) as breaker, pytest.raises(OperationalError):
        migrate(moved.engine, revision)
    moved.after_breaking.append(standing(moved.engine))
    middle = max(1, breaker.written // 2)
    with breaking(lambda number, _: number == middle), pytest.raises(OperationalError):
        migrate(moved.engine, revision)
    moved.after_breaking.append(standing(moved.engine))


def migrate(engine: Engine, revision: str) -> None:
    upgrade(engine.url.render_as_string(hide_password=False), revision)


@pytest.mark.parametrize("moved", [NOTHING, *REVISIONS[:-1]], indirect=True, ids=str)
def test_a_migration_that_breaks_leaves_the_old_tables_and_rows(moved: Moved) -> None:
    assert moved.after_breaking == [moved.before, moved.before]


@pytest.mark.parametrize("moved", REVISIONS, indirect=True)
def test_every_row_is_read_as_it_was_written(moved: Moved) -> None:
    with session_scope(moved.engine, read_only=True) as session:
        found = read(session, like=moved.wanted)
    for name, rows in moved.wanted.items():
        assert found[name] == rows, name


@pytest.mark.parametrize("moved", REVISIONS, indirect=True)
def test_the_office_and_the_parent_work_on_it(moved: Moved) -> None:
    board = Board(moved.engine, reference=REFERENCE)
    with session_scope(moved.engine) as session:
        for persona, role in (("bureau", ADMINISTRATION), ("gesprekken", STAFF)):
            person = add_person(session, persona, role, None, clock.now())
            board.accounts[persona] = person.id
        # Numbers that the database gives go on after those that were there.
        new = file(session, filing_key="nieuw", conversation_id=None).request.reference
        query = select(Conversation.id).where(Conversation.sender == "gesprek-1")
        conversation = session.scalars(query).one()
    bureau, staff = board.browser("bureau"), board.browser("gesprekken")
    shown = page(bureau, "/kantoor/verzoeken")
    assert REFERENCE in shown and new in shown
    assert CHILD in page(bureau, f"/kantoor/verzoek/{REFERENCE}")
    found = page(bureau, "/kantoor/verzoeken?zoek=unal")
    assert REFERENCE in found and new not in found
    assert QUESTION in page(staff, f"/kantoor/gesprek/{conversation}")
    assert "19 november 2026" in page(parent(board), "/status/verzoek")


def page(browser: TestClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.text
