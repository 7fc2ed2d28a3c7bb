"""Headers on whatever leaves us: nothing from elsewhere, in nobody's frame, in no cache."""

from __future__ import annotations

import re

import pytest

from bot.office.routes import PAGES as OFFICE
from tests.support.parents import parent
from tests.support.people import Board

PATHS = [
    "/",
    "/health",
    "/kantoor/inloggen",
    "/kantoor/verzoeken",
    "/kantoor/register.csv",
    "/kantoor/jaarverslag.pdf",
    "/status",
    "/status/verzoek",
    "/status/link/geraden",
    "/bestaat/niet",
    "/static/niet.css",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_every_answer_has_them(board: Board, path: str, method: str) -> None:
    headers = board.browser("administratie").request(method, path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers
    if not path.startswith("/static"):
        assert headers["cache-control"] == "no-store"


def test_an_answer_that_was_refused_has_them_too(board: Board) -> None:
    answer = board.browser().post("/status", headers={"origin": "https://elders.nl"})
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_static_files_may_be_kept_and_personal_pages_not(board: Board) -> None:
    style = board.browser().get("/static/dossierwijzer.css")
    assert style.headers["cache-control"] == "public, max-age=3600"


def test_over_https_browsers_are_told_to_stay_there(board: Board, monkeypatch) -> None:
    assert "strict-transport-security" not in board.browser().get("/health").headers
    monkeypatch.setenv("PUBLIC_URL", "https://privacy.bestuur.nl")
    assert "max-age=" in board.browser().get("/health").headers["strict-transport-security"]


@pytest.mark.parametrize(
    "path", [page.path for page in OFFICE if "GET" in page.methods and "{" not in page.path]
)
def test_no_page_of_the_office_needs_anything_from_elsewhere(board: Board, path: str) -> None:
    _assert_own(board.browser("administratie_bestuur").get(f"/kantoor{path}").text)
    _assert_own(board.browser("beheerder_bestuur").get(f"/kantoor{path}").text)


def test_no_page_of_the_parent_needs_anything_from_elsewhere(board: Board) -> None:
    browser = parent(board)
    for path in ("/status", "/status/verstuurd", "/status/verzoek", "/status/verzoek/intrekken"):
        _assert_own(browser.get(path).text)


def _assert_own(page: str) -> None:
    for address in re.findall(r'(?:src|href|action|formaction)="([^"]*)"', page):
        assert not re.match(r"(?:\w+:)?//", address), address
    # The policy would block these, and a page that needs them would be broken.
    assert not re.search(r"<(?:style|iframe|object|embed)\b| style=| on\w+=\"", page)
    assert not re.search(r"<script(?![^>]* src=)", page)
