"""The demonstration comes into an empty database only, and only when it is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from bot.demo import first_use
from bot.demo.outcome import DEMO, IN_USE, NOBODY
from bot.demo.people import make_people
from bot.demo.schools import make_schools
from bot.people.accounts import create_account
from bot.settings import Settings
from tests.support.office import TODAY, file_at, make_school
from tests.support.requests import NOW

WANTED = Settings(database_url="sqlite://", demo=True)


@pytest.fixture(autouse=True)
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Only the people are made here; how often it was asked."""
    calls: list[str] = []

    def only_people(session: Session, settings: Settings, now) -> None:
        calls.append("filled")
        make_people(session, make_schools(session, now, TODAY), now)

    monkeypatch.setattr(first_use, "fill", only_people)
    return calls


def test_an_empty_database_becomes_a_demonstration_once(session: Session, filled) -> None:
    assert first_use.prepare(session, WANTED, NOW) == DEMO
    assert first_use.prepare(session, WANTED, NOW) == DEMO
    assert filled == ["filled"]


def test_without_the_wish_it_stays_empty(session: Session, filled) -> None:
    assert first_use.prepare(session, replace(WANTED, demo=False), NOW) == NOBODY
    assert filled == []


def test_real_accounts_keep_the_demonstration_out(session: Session, filled) -> None:
    create_account(session, email="ans@school.nl", name="Ans", password=None, now=NOW)
    assert first_use.prepare(session, WANTED, NOW) == IN_USE
    assert filled == []


def test_requests_of_before_there_were_accounts_keep_it_out_too(session: Session, filled) -> None:
    file_at(session, make_school(session))
    assert first_use.prepare(session, WANTED, NOW) == NOBODY
    assert filled == []
