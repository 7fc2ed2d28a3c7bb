"""A parent at the status page: asks for a link, finds it in the outgoing mail, opens it."""

from __future__ import annotations

import re

from sqlalchemy import select
from starlette.testclient import TestClient

from bot.db.session import session_scope
from bot.outbox.models import OutboxMessage
from bot.people.rate_limit import STATUS_MAIL, give_back
from bot.requests.models import Request
from tests.support.people import Board

EMAIL = "mo@voorbeeld.nl"


def ask(browser: TestClient, reference: str, email: str = EMAIL):
    return browser.post("/status", data={"kenmerk": reference, "email": email})


def mailed_links(board: Board) -> list[str]:
    """The paths of all links that were mailed, oldest first."""
    query = select(OutboxMessage).where(OutboxMessage.lane.endswith(":link"))
    with session_scope(board.engine, read_only=True) as session:
        mails = session.scalars(query.order_by(OutboxMessage.position)).all()
    return [re.search(r"/status/link/\S+", mail.payload["text"]).group() for mail in mails]


def new_link(board: Board, reference: str | None = None) -> str:
    with session_scope(board.engine) as session:
        give_back(session, STATUS_MAIL, reference or board.reference)
    before = mailed_links(board)
    ask(board.browser(), reference or board.reference)
    (link,) = set(mailed_links(board)) - set(before)
    return link


def parent(board: Board, reference: str | None = None) -> TestClient:
    """A browser that has opened the request of this reference, ours unless another is named."""
    browser = board.browser()
    answer = browser.post(new_link(board, reference))
    assert answer.headers["location"] == "/status/verzoek"
    return browser


def the_request(board: Board) -> Request:
    """The board's request as it is stored now."""
    with session_scope(board.engine, read_only=True) as session:
        return session.scalars(select(Request).where(Request.reference == board.reference)).one()
