"""A rotation takes along what conversations remember: otherwise they would break when a key goes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.admin.__main__ import main
from bot.encryption.cipher import decrypt, encrypt, forget_keys
from tests.admin.test_keys import key_file

__all__ = ["key_file"]
EVENTS = '[{"event": "user", "text": "Mag ik het dossier?"}]'


@pytest.fixture
def trackers(key_file: Path, tmp_path: Path):
    """Rows as an engine writes them: under our key, plain as before, under a key of its own."""
    database = sqlite3.connect(tmp_path / "trackers.db")
    database.execute("CREATE TABLE trackers (conversation_id TEXT PRIMARY KEY, events TEXT)")
    own = Fernet(Fernet.generate_key()).encrypt(EVENTS.encode()).decode()
    rows = {"ours": encrypt(EVENTS.encode()).decode(), "plain": EVENTS, "other": own}
    database.executemany("INSERT INTO trackers VALUES (?, ?)", rows.items())
    database.commit()
    yield database
    database.close()


def stored(trackers: sqlite3.Connection) -> dict[str, str]:
    return dict(trackers.execute("SELECT conversation_id, events FROM trackers"))


def test_a_key_goes_only_when_no_conversation_needs_it(trackers, capsys) -> None:
    before = stored(trackers)
    assert main(["keys", "add"]) == 0
    forget_keys()
    assert main(["keys", "drop"]) == 1
    assert "Er staan nog 1 waarden" in capsys.readouterr().err
    assert main(["keys", "renew"]) == 0
    assert main(["keys", "drop"]) == 0
    forget_keys()
    after = stored(trackers)
    assert decrypt(after.pop("ours").encode()).decode() == EVENTS
    assert after == {name: events for name, events in before.items() if name != "ours"}


def test_where_no_engine_has_written_there_is_nothing_to_do_and_nothing_is_made(
    key_file: Path, tmp_path: Path
) -> None:
    assert main(["keys", "renew"]) == 0
    assert not (tmp_path / "trackers.db").exists()
