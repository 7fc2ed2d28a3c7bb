"""What a browser may send, and what it gets to see when something is wrong with it or with us."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, select
from starlette.testclient import TestClient

from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.office.pages import request_page
from bot.people.models import Account
from bot.requests.models import RequestNote
from bot.web.app import make_app
from bot.web.forms import LARGEST_FORM
from tests.support.people import HERE, Board


def note(board: Board, browser: TestClient):
    return browser.post(f"/kantoor/verzoek/{board.reference}/notitie", data={"tekst": "Gebeld."})


def notes(engine: Engine) -> int:
    with session_scope(engine, read_only=True) as session:
        return session.scalar(select(func.count()).select_from(RequestNote)) or 0


def test_an_announced_form_that_is_too_large_is_not_read(board: Board) -> None:
    headers = {"content-length": str(LARGEST_FORM + 1)}
    answer = board.browser().post("/status", content=b"x", headers=headers)
    assert answer.status_code == 413
    assert "15 MB" in answer.text


def test_a_large_form_that_comes_in_chunks_is_stopped_on_the_way(board: Board) -> None:
    sent = 0

    def chunks():
        nonlocal sent
        yield b'--b\r\nContent-Disposition: form-data; name="bestand"; filename="a.txt"\r\n\r\n'
        while sent < 4 * LARGEST_FORM:
            sent += 1024 * 1024
            yield b"a" * 1024 * 1024

    headers = {"content-type": "multipart/form-data; boundary=b"}
    answer = board.browser().post("/status", content=chunks(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=b", b"not what was promised"),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(400))),
        ("application/x-www-form-urlencoded", b"a=" + b"x" * 300 * 1024),
    ],
)
def test_a_malformed_form_gets_a_page_that_says_so(board: Board, kind: str, content: bytes) -> None:
    answer = board.browser().post("/status", content=content, headers={"content-type": kind})
    assert answer.status_code == 400
    assert "Dit kwam niet goed over" in answer.text


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("application/json", b'{"kenmerk": "x"}'),
        ("text/plain", b"\xff\xfe"),
        ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="x"\r\n'),
        ("application/x-www-form-urlencoded", b"kenmerk=%ED%A0%80%00&email=%FF"),
        (
            "multipart/form-data; boundary=b; charset=utf-7",
            b'--b\r\nContent-Disposition: form-data; name="kenmerk"\r\n\r\n+2AA-\r\n--b--\r\n',
        ),
        (
            "multipart/form-data; boundary=b; charset=hex",
            b'--b\r\nContent-Disposition: form-data; name="kenmerk"\r\n\r\nzz\r\n--b--\r\n',
        ),
        (
            "multipart/form-data; boundary=b; charset=raw_unicode_escape",
            b'--b\r\nContent-Disposition: form-data; name="kenmerk"\r\n\r\n\\ud800\r\n--b--\r\n',
        ),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="kenmerk"; filename="a"\r\n\r\nx\r\n'
            b"--b--\r\n",
        ),
    ],
)
def test_a_strange_form_is_answered_like_an_empty_one(
    board: Board, kind: str, content: bytes
) -> None:
    answer = board.browser().post("/status", content=content, headers={"content-type": kind})
    assert answer.headers["location"] == "/status/verstuurd"


def test_an_address_with_signs_that_no_database_can_keep_finds_nothing(board: Board) -> None:
    browser = board.browser("administratie")
    assert browser.get("/kantoor/verzoek/DW%00").status_code == 404
    assert "Hier is nu niets te doen" in browser.get("/kantoor/verzoeken?zoek=%00%ED%A0%80z").text


def test_signs_that_no_database_can_keep_are_left_out(board: Board) -> None:
    browser = board.browser("administratie")
    path = f"/kantoor/verzoek/{board.reference}"
    assert browser.post(f"{path}/notitie", data={"tekst": "Ge\0beld."}).status_code == 303
    assert "Gebeld." in browser.get(path).text


def test_a_database_that_is_locked_gives_a_page_and_nothing_half(
    board: Board, database_url: str
) -> None:
    browser = board.browser("administratie")
    path = database_url.removeprefix("sqlite:///")
    board.engine.dispose()
    other = sqlite3.connect(path, isolation_level=None)
    impatient = make_engine(f"{database_url}")
    event.listen(
        impatient, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 50")
    )
    board.engine = impatient
    other.execute("BEGIN IMMEDIATE")
    try:
        answer = note(board, browser)
        assert answer.status_code == 503
        assert "Er is niets half opgeslagen" in answer.text
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert notes(board.engine) == 0
    assert note(board, browser).status_code == 303
    impatient.dispose()


@pytest.mark.parametrize("what", ["gone", "no database"])
def test_a_database_that_is_gone_gives_the_same_page(tmp_path: Path, what: str) -> None:
    path = tmp_path / "broken.db"
    if what == "no database":
        path.write_bytes(b"this is no database " * 200)
    engine = make_engine(f"sqlite:///{path}")
    browser = TestClient(make_app(lambda: engine), follow_redirects=False)
    browser.headers["origin"] = HERE
    for answer in (
        browser.post("/status", data={"kenmerk": "x", "email": "a@b.nl"}),
        browser.post("/kantoor/inloggen", data={"email": "a@b.nl", "wachtwoord": "x"}),
    ):
        assert answer.status_code == 503
        assert "even niet bereikbaar" in answer.text
    engine.dispose()


def test_a_fault_of_ours_changes_nothing_and_tells_nothing(
    board: Board, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = request_page.add_note

    def add_and_fail(*args, **kwargs):
        real(*args, **kwargs)
        raise RuntimeError("Sanne de Vries")

    monkeypatch.setattr(request_page, "add_note", add_and_fail)
    answer = note(board, board.browser("administratie"))
    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    logged = capsys.readouterr()
    assert "Sanne" not in answer.text + logged.out + logged.err
    assert "page_failed" in logged.out
    assert notes(board.engine) == 0


def test_what_was_changed_before_the_answer_failed_to_render_is_undone(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.office.pages.schools.see_other", lambda address: 1 / 0)
    answer = board.browser("beheerder_bestuur").post(
        "/kantoor/scholen/nieuw", data={"name": "Nieuw"}
    )
    assert answer.status_code == 500
    assert "Nieuw" not in board.browser("beheerder_bestuur").get("/kantoor/scholen").text


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/kantoor/verzoeken?pagina=" + "9" * 5000, None),
        ("/kantoor/cijfers?jaar=" + "9" * 5000, None),
        ("/kantoor/verzoek/{reference}/stap/beginnen", {"versie": "9" * 5000}),
    ],
)
def test_a_number_that_is_far_too_long_is_no_fault(board: Board, path: str, data) -> None:
    browser = board.browser("administratie")
    path = path.replace("{reference}", board.reference)
    answer = browser.get(path) if data is None else browser.post(path, data=data)
    assert answer.status_code in (200, 422)


def test_numbers_of_settings_are_checked_too(board: Board) -> None:
    browser = board.browser("beheerder_bestuur")
    far_too_long = "9" * 5000
    terms = browser.post(
        "/kantoor/bewaartermijnen/klacht", data={"maanden": far_too_long, "actie": "verwijderen"}
    )
    school = browser.post(
        "/kantoor/school/regenboog",
        data={"name": "De Regenboog", "complaint_term_weeks": far_too_long},
    )
    assert (terms.status_code, school.status_code) == (422, 422)


def test_nobody_is_signed_out_by_a_fault(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = board.browser("administratie")
    monkeypatch.setattr("bot.office.pages.worklist.find_requests", lambda *a, **k: 1 / 0)
    assert browser.get("/kantoor/verzoeken").status_code == 500
    monkeypatch.undo()
    assert browser.get("/kantoor/verzoeken").status_code == 200
    with session_scope(board.engine, read_only=True) as session:
        assert session.get(Account, board.accounts["administratie"]).disabled_at is None
