"""Requests of before are found by the letters that people type, as new ones are."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, select, true

from bot.db.engine import make_engine
from bot.db.schema import downgrade, upgrade
from bot.db.session import session_scope
from bot.requests.models import SearchWord
from bot.requests.search_words import typed_hashes
from bot.requests.worklist import Filters, find_requests
from tests.support.office import TODAY, file_at, make_school


@pytest.fixture
def old_url(tmp_path: Path) -> str:
    """A request whose name has the hashes of before: with its own letters only."""
    url = f"sqlite:///{tmp_path}/old.db"
    upgrade(url)
    downgrade(url, "0009")
    engine = make_engine(url)
    with session_scope(engine) as session:
        school = make_school(session)
        yildiz = file_at(session, school, child_name="Elif Yıldız", requester_name="Mo Yıldız")
        file_at(session, school, child_name="Sanne Jansen", requester_name="Mo Jansen")
        session.flush()
        session.execute(delete(SearchWord).where(SearchWord.request_id == yildiz.id))
        session.expire_all()
        session.add(SearchWord(request_id=yildiz.id, word_hash=b"old form of word"))
    engine.dispose()
    return url


def test_a_name_of_before_is_found_by_basic_letters(old_url: str) -> None:
    upgrade(old_url)
    engine = make_engine(old_url)
    with session_scope(engine, read_only=True) as session:
        for typed in ("yildiz", "Yıldız", "elif yil"):
            found = find_requests(session, true(), Filters(search=typed), today=TODAY)
            assert [one.child_name for one in found.requests] == ["Elif Yıldız"]
        hashes = session.scalars(select(SearchWord.word_hash)).all()
        assert b"old form of word" not in hashes
        assert hashes.count(typed_hashes("jansen")[0]) == 1
    engine.dispose()
