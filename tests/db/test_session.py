"""Transactions: committed whole or not at all, on a database set up as it should be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from bot.conversations.models import Conversation
from bot.db.engine import absolute_url, make_engine
from bot.db.session import session_scope


def _conversation(key: str) -> Conversation:
    return Conversation(
        sender=key,
        state="bot",
        contact_email="mo@voorbeeld.nl",
        created_at=datetime(2026, 11, 23, tzinfo=UTC),
        last_message_at=datetime(2026, 11, 23, tzinfo=UTC),
    )


def _count(engine: Engine) -> int:
    with session_scope(engine, read_only=True) as session:
        return session.query(Conversation).count()


def test_a_scope_commits_at_its_end(engine: Engine) -> None:
    with session_scope(engine) as session:
        session.add(_conversation("a"))
    assert _count(engine) == 1


def test_a_scope_rolls_back_when_something_is_raised(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), session_scope(engine) as session:
        session.add(_conversation("a"))
        session.flush()
        raise ZeroDivisionError
    assert _count(engine) == 0


def test_what_was_stored_can_be_read_after_the_scope(engine: Engine) -> None:
    with session_scope(engine) as session:
        stored = _conversation("a")
        session.add(stored)
    assert stored.contact_email == "mo@voorbeeld.nl"


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("busy_timeout", 5000), ("foreign_keys", 1)]
)
def test_sqlite_is_set_up(engine: Engine, pragma: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value


def test_a_reader_does_not_wait_for_a_writer(engine: Engine) -> None:
    with session_scope(engine) as writer:
        writer.add(_conversation("a"))
        writer.flush()
        assert _count(engine) == 0
    assert _count(engine) == 1


def test_a_second_writer_waits_from_the_start_of_its_transaction(database_url: str) -> None:
    first, second = make_engine(database_url), make_engine(database_url)
    with session_scope(first) as writer, second.connect() as connection:
        writer.connection()
        raw = connection.connection
        raw.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"):
            connection.execute(text("SELECT count(*) FROM conversation"))
    first.dispose()
    second.dispose()


def test_a_savepoint_can_be_undone_alone(engine: Engine) -> None:
    with session_scope(engine) as session:
        session.add(_conversation("kept"))
        session.flush()
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            session.add(_conversation("undone"))
            session.flush()
            raise ZeroDivisionError
    assert _count(engine) == 1


def test_an_error_of_the_database_shows_no_values(engine: Engine) -> None:
    with pytest.raises(Exception, match="UNIQUE") as raised, session_scope(engine) as session:
        session.add_all([_conversation("a"), _conversation("a")])
        session.flush()
    assert "mo@voorbeeld.nl" not in str(raised.value)


def test_a_relative_sqlite_path_starts_at_the_repository() -> None:
    url = absolute_url("sqlite:///var/x.db", Path("/srv/bot"))
    assert url.database == "/srv/bot/var/x.db"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:////data/x.db", "postgresql://host/name"])
def test_other_urls_stay_as_they_are(url: str) -> None:
    assert str(absolute_url(url)) == str(create_engine(url).url if "sqlite" in url else url)


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    make_engine(f"sqlite:///{tmp_path}/var/deep/x.db").dispose()
    assert (tmp_path / "var/deep").is_dir()
