"""A key is added, everything is put under it, and the old one can go: nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.admin.__main__ import main
from bot.db.engine import make_engine
from bot.db.renewal import encrypted_columns
from bot.db.session import default_engine, session_scope
from bot.encryption.cipher import forget_keys
from bot.encryption.keys import load_keys
from bot.letters.models import Letter
from bot.requests.models import Request
from tests.support.office import do, file_at, make_school


@pytest.fixture
def key_file(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch):
    """An installation that keeps its keys in a file."""
    path = tmp_path / "gegevens.keys"
    monkeypatch.delenv("DATA_KEYS")
    monkeypatch.setenv("DATA_KEYS_FILE", str(path))
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{tmp_path / 'trackers.db'}")
    forget_keys()
    default_engine.cache_clear()
    assert main(["keys", "new"]) == 0
    yield path
    monkeypatch.undo()
    forget_keys()
    default_engine.cache_clear()


@pytest.fixture
def filed(key_file: Path, database_url: str) -> str:
    engine = make_engine(database_url)
    with session_scope(engine) as session:
        request = file_at(session, make_school(session))
        do(session, request, "bevestigen")
    engine.dispose()
    return database_url


def read(database_url: str) -> tuple[str, bytes]:
    engine = make_engine(database_url)
    with session_scope(engine, read_only=True) as session:
        name = session.scalars(select(Request)).one().child_name
        pdf = session.scalars(select(Letter)).one().pdf
    engine.dispose()
    return name, pdf[:5]


def test_a_rotation_from_begin_to_end(key_file, filed, capsys) -> None:
    first = load_keys().data
    assert main(["keys", "add"]) == 0
    forget_keys()
    assert read(filed) == ("Sanne de Vries", b"%PDF-")
    assert main(["keys", "drop"]) == 1
    assert "keys renew" in capsys.readouterr().err
    assert main(["keys", "renew"]) == 0
    assert main(["keys", "drop"]) == 0
    forget_keys()
    assert len(load_keys().data) == 1 and load_keys().data[0] not in first
    assert read(filed) == ("Sanne de Vries", b"%PDF-")


def test_renewing_twice_changes_nothing_the_second_time(key_file, filed, capsys) -> None:
    main(["keys", "add"])
    main(["keys", "renew"])
    capsys.readouterr()
    assert main(["keys", "renew"]) == 0
    assert capsys.readouterr().out.startswith("0 waarden")


def test_a_second_key_file_is_never_written_over_the_first(key_file, capsys) -> None:
    before = key_file.read_text()
    assert main(["keys", "new"]) == 1
    assert key_file.read_text() == before


def test_a_lost_key_is_said_in_words(key_file, filed, capsys) -> None:
    key_file.unlink()
    assert main(["keys", "new"]) == 0
    forget_keys()
    assert main(["keys", "renew"]) == 1
    assert "cannot be decrypted" in capsys.readouterr().err


def test_every_column_of_an_encrypted_type_is_renewed() -> None:
    names = {table.name: columns for table, columns in encrypted_columns().items()}
    assert names["letter"] == ["to_email", "subject", "body", "pdf"]
    assert {"message", "request", "account", "outbox_message"} <= names.keys()


def test_the_search_key_is_not_touched_by_a_rotation(key_file, filed) -> None:
    before = load_keys().search
    main(["keys", "add"])
    assert load_keys().search == before
    engine = make_engine(filed)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM search_word")).scalar_one() > 0
    engine.dispose()
