"""Pages that only read write one line beside it: on PostgreSQL, where reading refuses to write."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update

from bot import clock
from bot.audit.models import OfficeLog, ReadingLog
from bot.db.session import session_scope
from bot.people.models import OfficeSession
from tests.support.people import Board, make_board
from tests.support.postgresql import postgresql, postgresql_url

__all__ = ["postgresql", "postgresql_url"]


@pytest.fixture(scope="module")
def board(postgresql: Engine) -> Board:
    return make_board(postgresql)


def rows(board: Board, model, **where) -> list:
    with session_scope(board.engine, read_only=True) as session:
        return list(session.scalars(select(model).filter_by(**where)))


def test_a_search_is_answered_and_logged(board: Board) -> None:
    answer = board.browser("administratie").get("/kantoor/verzoeken?zoek=sanne")
    assert answer.status_code == 200 and board.reference in answer.text
    assert len(rows(board, OfficeLog, kind="gezocht")) == 1


def test_a_conversation_is_shown_and_its_reading_logged(board: Board) -> None:
    answer = board.browser("medewerker").get(f"/kantoor/gesprek/{board.conversation}")
    assert answer.status_code == 200
    assert len(rows(board, ReadingLog, what="gesprek")) == 1


def test_who_goes_on_reading_stays_signed_in(board: Board) -> None:
    browser = board.browser("fg")
    earlier = clock.now() - timedelta(minutes=30)
    with session_scope(board.engine) as session:
        session.execute(update(OfficeSession).values(seen_at=earlier))
    assert browser.get("/kantoor/verzoeken").status_code == 200
    assert max(one.seen_at for one in rows(board, OfficeSession)) > earlier
