"""What is backed up comes back whole, and nothing that is there is ever overwritten."""

from __future__ import annotations

import stat
import tarfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text

from bot.admin.__main__ import main
from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.requests.models import Request
from tests.support.office import file_at, make_school


@pytest.fixture
def installation(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A queue with one request and a tracker database with one conversation."""
    trackers = f"sqlite:///{tmp_path}/gesprekken.db"
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("TRACKER_DATABASE_URL", trackers)
    engine = make_engine(database_url)
    with session_scope(engine) as session:
        file_at(session, make_school(session))
    engine.dispose()
    other = create_engine(trackers)
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE trackers (conversation_id TEXT, events TEXT)"))
        connection.execute(text("INSERT INTO trackers VALUES ('gesprek-1', 'versleuteld')"))
    other.dispose()
    return tmp_path


def names_in(database_url: str) -> list[str]:
    engine = make_engine(database_url)
    with session_scope(engine, read_only=True) as session:
        names = [request.child_name for request in session.scalars(select(Request))]
    engine.dispose()
    return names


def test_a_restored_back_up_holds_everything(installation, database_url, monkeypatch) -> None:
    file = installation / "back-up.tar.gz"
    assert main(["backup", str(file)]) == 0
    new = f"sqlite:///{installation}/nieuw/wachtrij.db"
    monkeypatch.setenv("DATABASE_URL", new)
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{installation}/nieuw/gesprekken.db")
    assert main(["restore", str(file)]) == 0
    assert names_in(new) == ["Sanne de Vries"]
    other = create_engine(f"sqlite:///{installation}/nieuw/gesprekken.db")
    with other.connect() as connection:
        assert connection.execute(text("SELECT events FROM trackers")).scalar_one() == "versleuteld"
    other.dispose()


def test_a_back_up_is_for_its_owner_and_shows_nobody(installation) -> None:
    file = installation / "back-up.tar.gz"
    main(["backup", str(file)])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with tarfile.open(file) as archive:
        assert sorted(archive.getnames()) == ["gesprekken.db", "wachtrij.db"]
        stored = b"".join(archive.extractfile(name).read() for name in archive.getnames())
    assert b"Sanne" not in stored and b"Vries" not in stored


def test_it_can_be_made_while_somebody_writes(installation, database_url) -> None:
    engine = make_engine(database_url)
    with session_scope(engine) as session:
        session.execute(text("UPDATE request SET version = 7"))
        assert main(["backup", str(installation / "back-up.tar.gz")]) == 0
    engine.dispose()


def test_nothing_is_overwritten(installation, capsys) -> None:
    file = installation / "back-up.tar.gz"
    main(["backup", str(file)])
    assert main(["backup", str(file)]) == 1
    assert main(["restore", str(file)]) == 1
    assert "wordt niet overschreven" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"geen archief"])
def test_a_file_that_is_no_back_up_is_refused(tmp_path, monkeypatch, capsys, content) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/a.db")
    monkeypatch.setenv("TRACKER_DATABASE_URL", f"sqlite:///{tmp_path}/b.db")
    (tmp_path / "x").write_bytes(content)
    assert main(["restore", str(tmp_path / "x")]) == 1
    assert "geen back-up" in capsys.readouterr().err
    assert not (tmp_path / "a.db").exists()
