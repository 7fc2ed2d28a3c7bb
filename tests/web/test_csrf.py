"""A form that another site makes this browser send is refused everywhere, before anything is looked at."""

from __future__ import annotations

import pytest

from bot.office.routes import PAGES as OFFICE
from bot.portal.routes import PAGES as PORTAL
from tests.support.parents import parent, the_request
from tests.support.people import Board

POSTS = [f"/kantoor{page.path}" for page in OFFICE if "POST" in page.methods]
POSTS += [f"/status{path}" for path, _, methods in PORTAL if "POST" in methods]
FOREIGN = [
    {"origin": "https://elders.nl"},
    {"origin": "http://testserver.elders.nl"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
    {"origin": "http://testserver", "sec-fetch-site": "same-site"},
    {"origin": "http://testserver", "sec-fetch-site": "none"},
    {"sec-fetch-site": ""},
]


@pytest.mark.parametrize("path", POSTS)
def test_no_form_of_ours_can_be_sent_from_elsewhere(board: Board, path: str) -> None:
    browser = board.browser("administratie_bestuur")
    answer = browser.post(path, headers={"origin": "https://elders.nl"})
    assert answer.status_code == 403
    assert "Open de pagina opnieuw" in answer.text


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_every_way_to_come_from_elsewhere_is_seen(board: Board, headers: dict[str, str]) -> None:
    browser = parent(board)
    del browser.headers["origin"]
    assert browser.post("/status/verzoek/intrekken", headers=headers).status_code == 403
    assert the_request(board).state == "ontvangen"


def test_a_form_without_any_origin_is_no_browsers(board: Board) -> None:
    browser = parent(board)
    del browser.headers["origin"]
    assert browser.post("/status/verzoek/intrekken").status_code == 403


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}]
)
def test_our_own_pages_may_send_forms(board: Board, headers: dict[str, str]) -> None:
    browser = parent(board)
    del browser.headers["origin"]
    assert browser.post("/status/verzoek/intrekken", headers=headers).status_code == 303


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_from_elsewhere_are_refused_as_well(board: Board, method: str) -> None:
    answer = board.browser().request(method, "/status", headers={"origin": "https://elders.nl"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/apikey", "/api", "/API/v1", "/status/api/v1"])
def test_only_the_interface_for_systems_is_left_out(board: Board, path: str) -> None:
    answer = board.browser().post(path, headers={"origin": "https://elders.nl"})
    assert answer.status_code == 403
