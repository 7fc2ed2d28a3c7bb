"""Somebody with a password and a code app, who signs in as people do: through the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from starlette.testclient import TestClient

from bot.db.session import session_scope
from bot.people.models import Account
from bot.people.passwords import hash_password
from tests.support.people import PASSWORD, Board

#: A quarter past nine on a Monday morning, at the start of a step of the code app.
MORNING = datetime(2026, 11, 23, 8, 15, 0, tzinfo=UTC)


@dataclass
class Person:
    """The persona `administratie`, with a password and not yet a code app."""

    board: Board
    email: str = "administratie@school.nl"
    password: str = PASSWORD

    def browser(self) -> TestClient:
        return self.board.browser()

    def give_password(self, browser: TestClient, password: str | None = None, email: str = ""):
        data = {"email": email or self.email, "wachtwoord": password or self.password}
        return browser.post("/kantoor/inloggen", data=data)

    def set_up(self) -> tuple[TestClient, str, list[str]]:
        """Signs in for the first time: the browser, the app's secret and the recovery codes."""
        browser = self.browser()
        self.give_password(browser)
        page = browser.get("/kantoor/tweede-factor").text
        secret = re.search(r"Sleutel: <code>([A-Z2-7 ]+)</code>", page).group(1).replace(" ", "")
        from bot import clock

        done = browser.post("/kantoor/tweede-factor", data={"code": code(secret, clock.now())})
        assert done.status_code == 200, done.text
        return browser, secret, re.findall(r"<code>([0-9a-z-]{14})</code>", done.text)

    def account(self) -> Account:
        with session_scope(self.board.engine, read_only=True) as session:
            return session.get_one(Account, self.board.accounts["administratie"])


def code(secret: str, at: datetime) -> str:
    return pyotp.TOTP(secret).at(at)


def is_inside(browser: TestClient) -> bool:
    return browser.get("/kantoor/verzoeken").status_code == 200


def later(**passed: float) -> datetime:
    return MORNING + timedelta(**passed)


@pytest.fixture
def person(board: Board) -> Person:
    with session_scope(board.engine) as session:
        account = session.get_one(Account, board.accounts["administratie"])
        account.password_hash = hash_password(PASSWORD)
    return Person(board)
