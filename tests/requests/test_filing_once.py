"""Filing the same thing again, or twice at once, files it once."""

from __future__ import annotations

import threading
import uuid
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.requests import filing
from bot.requests.models import Request
from bot.requests.references import new_reference
from tests.support.requests import answers_for, counts, file


def test_the_same_key_files_once_and_gives_the_first_request_back(engine: Engine) -> None:
    with session_scope(engine) as session:
        first = file(session)
    with session_scope(engine) as session:
        second = file(session, answers=answers_for("inzage", subject="Iets anders"))
    assert (first.created, second.created) == (True, False)
    assert second.request.reference == first.request.reference
    assert counts(engine) == (1, 1)


def test_another_key_files_another_request(engine: Engine) -> None:
    with session_scope(engine) as session:
        file(session, filing_key="a")
        file(session, filing_key="b")
    assert counts(engine) == (2, 2)


def test_two_processes_at_once_file_once(engine: Engine, database_url: str) -> None:
    ready, results = threading.Barrier(2), []

    def one_process() -> None:
        own = make_engine(database_url)
        ready.wait()
        with session_scope(own) as session:
            filed = file(session)
            results.append((filed.request.reference, filed.created))
        own.dispose()

    threads = [threading.Thread(target=one_process) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({reference for reference, _ in results}) == 1
    assert sorted(created for _, created in results) == [False, True]
    assert counts(engine) == (1, 1)


def test_a_key_filed_between_the_look_and_the_insert_is_found(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What PostgreSQL lets happen: the other process commits after we looked."""
    with session_scope(engine) as session:
        first = file(session)
    look, looks = filing._filed_before, []

    def misses_once(*args: Any) -> Request | None:
        looks.append(args)
        return None if len(looks) == 1 else look(*args)

    monkeypatch.setattr(filing, "_filed_before", misses_once)
    with session_scope(engine) as session:
        second = file(session)
    assert (second.created, second.request.id) == (False, first.request.id)
    assert counts(engine) == (1, 1)


def test_a_reference_that_is_taken_is_drawn_again(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_scope(engine) as session:
        taken = file(session, filing_key="a").request.reference
    drawn = iter([taken, taken, free := new_reference()])
    monkeypatch.setattr(filing, "new_reference", lambda: next(drawn))
    with session_scope(engine) as session:
        assert file(session, filing_key="b").request.reference == free
    assert counts(engine) == (2, 2)


def test_a_generator_that_only_repeats_itself_ends_in_an_error(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filing, "new_reference", lambda: "DW-K7MH3-9XQ47")
    with session_scope(engine) as session:
        file(session, filing_key="a")
    with pytest.raises(RuntimeError, match="not filed"), session_scope(engine) as session:
        file(session, filing_key="b")
    assert counts(engine) == (1, 1)


def test_the_database_itself_refuses_a_second_row_with_the_same_key(engine: Engine) -> None:
    with session_scope(engine) as session:
        request = file(session).request
    copied = {a.key: getattr(request, a.key) for a in Request.__mapper__.column_attrs}
    copied |= {"id": uuid.uuid4(), "reference": new_reference()}
    with pytest.raises(IntegrityError, match="filing_key"), session_scope(engine) as session:
        session.add(Request(**copied))
