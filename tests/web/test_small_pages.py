"""Health, the way in, and pages that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from bot.db.engine import make_engine
from bot.settings import SettingsError
from bot.web.app import make_app
from bot.web.downloads import as_download
from tests.support.people import Board


def test_health_says_whether_the_database_answers(board: Board) -> None:
    answer = board.browser().get("/health")
    assert (answer.status_code, answer.json()["database"]) == (200, "ok")


def test_health_of_a_broken_database(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"this is no database " * 200)
    engine = make_engine(f"sqlite:///{path}")
    answer = TestClient(make_app(lambda: engine)).get("/health")
    assert (answer.status_code, answer.json()["database"]) == (503, "onbereikbaar")
    engine.dispose()


def test_health_does_not_wait_for_a_writer(board: Board) -> None:
    with board.engine.connect() as writer:
        writer.begin()
        assert board.browser().get("/health").status_code == 200


def test_health_where_there_is_no_database_to_ask() -> None:
    def nowhere():
        raise SettingsError("DATABASE_URL cannot be read")

    answer = TestClient(make_app(nowhere)).get("/health")
    assert (answer.status_code, answer.json()["database"]) == (503, "onbereikbaar")


def test_the_bare_address_leads_to_the_office(board: Board) -> None:
    assert board.browser().get("/").headers["location"] == "/kantoor"


@pytest.mark.parametrize(
    ("path", "home"), [("/kantoor/bestaat/niet", "/kantoor"), ("/wp-admin.php", "/status")]
)
def test_a_page_that_is_not_there_says_what_to_do(board: Board, path: str, home: str) -> None:
    answer = board.browser().get(path)
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text
    assert f'href="{home}"' in answer.text
    assert "wp-admin" not in answer.text


def test_a_page_asked_in_the_wrong_way_says_so(board: Board) -> None:
    answer = board.browser().get("/kantoor/uitloggen")
    assert answer.status_code == 405
    assert "Gebruik" in answer.text or "gebruik" in answer.text


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"]
)
def test_only_static_files_are_served(board: Board, path: str) -> None:
    assert board.browser().get(path).status_code == 404


@pytest.mark.parametrize(
    "name", ["a.pdf", "É\r\nSet-Cookie: x.pdf", '"; filename=b.html', "../../etc/passwd", "x" * 300]
)
def test_a_download_is_always_saved_and_its_name_adds_nothing(name: str) -> None:
    header = as_download(b"x", "text/html", name).headers["content-disposition"]
    assert header.startswith("attachment; filename*=UTF-8''")
    assert not set('"\r\n; ') & set(header.removeprefix("attachment; "))


def test_a_page_that_only_reads_does_not_wait_for_a_writer(board: Board) -> None:
    browser = board.browser("administratie")
    event.listen(board.engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout = 50"))
    with board.engine.connect() as writer:
        writer.begin()
        assert browser.get("/kantoor/verzoeken").status_code == 200
        assert browser.get("/kantoor/cijfers").status_code == 200
