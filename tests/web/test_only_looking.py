"""Programs that only look (GET, HEAD) change nothing: mail filters and browsers send them unasked."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import func, select

from bot.db.session import session_scope
from bot.office.routes import PAGES as OFFICE
from bot.outbox.models import OutboxMessage
from bot.people.models import Account
from bot.portal.routes import PAGES as PORTAL
from bot.requests.models import RequestEvent
from bot.schools.models import School
from tests.support.parents import new_link, parent, the_request
from tests.support.people import Board


def changes(board: Board) -> tuple:
    """What a careless page could have changed; the reading log may grow."""
    with session_scope(board.engine, read_only=True) as session:
        counted = [
            session.scalar(select(func.count()).select_from(model))
            for model in (RequestEvent, OutboxMessage, Account, School)
        ]
    request = the_request(board)
    return (*counted, request.state, request.version)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_a_link_does_not_spend_it(board: Board, method: str) -> None:
    link, browser = new_link(board), board.browser()
    assert browser.request(method, link).status_code == 200
    assert browser.post(link).headers["location"] == "/status/verzoek"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", [path for path, _, methods in PORTAL if "GET" in methods])
def test_looking_at_the_status_pages_changes_nothing(board: Board, path: str, method: str) -> None:
    browser = parent(board)
    before = changes(board)
    for name in ("token", "file", "letter"):
        path = path.replace("{" + name + "}", str(uuid.uuid4()))
    browser.request(method, f"/status{path}")
    assert changes(board) == before


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "page", [page for page in OFFICE if "GET" in page.methods], ids=lambda page: page.path
)
def test_looking_at_the_pages_of_the_office_changes_nothing(
    board: Board, page, method: str
) -> None:
    path = page.path.replace("{reference}", board.reference).replace("{school}", "regenboog")
    path = path.replace("{move}", "beginnen").replace("{letter}", "ontvangst")
    path = path.replace("{account}", str(board.accounts["fg"])).replace("{file}", str(uuid.uuid4()))
    before = changes(board)
    for persona in ("administratie", "beheerder_bestuur"):
        answer = board.browser(persona).request(method, f"/kantoor{path}")
        assert answer.status_code in (200, 303, 404)
    assert changes(board) == before
