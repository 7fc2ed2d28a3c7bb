"""Filing: whole, with its deadline, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bot.db.session import session_scope
from bot.requests import filing
from bot.requests.answers import AnswersRefused
from bot.requests.filing import NotEntitled
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.requests.references import normalise
from tests.support.requests import answers_for, counts, file


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_filed_and_read_back(engine: Engine, kind: str) -> None:
    with session_scope(engine) as session:
        reference = file(session, kind=kind).request.reference
    with session_scope(engine, read_only=True) as session:
        request = session.scalars(select(Request)).one()
        assert request.reference == reference
        assert request.kind == kind
        assert request.state == "ontvangen"
        assert set(request.details) <= set(KINDS[kind].fields)
        assert [event.kind for event in request.events] == ["ontvangen"]


def test_a_request_has_its_columns_and_its_own_answers_in_details(session: Session) -> None:
    request = file(session).request
    assert request.child_birth_date == date(2016, 3, 12)
    assert request.group == "groep 6"
    assert request.details == {
        "subject": "Het hele dossier",
        "period": "vanaf 2024",
        "copy": "ja",
    }


def test_the_deadline_is_stored_with_its_steps(session: Session) -> None:
    request = file(session, now=datetime(2027, 1, 30, 9, tzinfo=UTC)).request
    assert request.due_on == date(2027, 3, 1)
    assert [step["rule"] for step in request.due_steps][-1] == "weekend"


def test_a_request_filed_just_after_midnight_counts_from_that_day(session: Session) -> None:
    request = file(session, now=datetime(2027, 1, 31, 23, 30, tzinfo=UTC)).request
    assert request.received_on == date(2027, 2, 1)


def test_a_pupil_who_asks_is_the_requester_too(session: Session) -> None:
    answers = answers_for("inzage", relation="leerling", child_birth_date="2012-05-01")
    assert file(session, answers=answers).request.requester_name == "Sanne de Vries"


def test_the_address_is_kept_in_lower_case(session: Session) -> None:
    answers = answers_for("inzage", requester_email="Mo@Voorbeeld.NL")
    assert file(session, answers=answers).request.requester_email == "mo@voorbeeld.nl"


def test_an_event_that_cannot_be_written_leaves_no_request(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(filing, "record", broken)
    with pytest.raises(OSError, match="disk full"), session_scope(engine) as session:
        file(session)
    assert counts(engine) == (0, 0)


def test_a_service_does_not_commit(engine: Engine) -> None:
    with Session(engine) as session:
        file(session)
        session.rollback()
    assert counts(engine) == (0, 0)


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({"child_birth_date": "2010-01-01"}, "allowed"),
        ({"relation": "ouder_zonder_gezag"}, "allowed"),
        ({"relation": "leerling"}, "allowed"),
        ({}, "geen_gezag"),
        ({}, "onzin"),
    ],
)
def test_who_may_not_ask_in_that_way_files_nothing(
    session: Session, changed: dict[str, str], standing: str
) -> None:
    with pytest.raises(NotEntitled):
        file(session, answers=answers_for("inzage", **changed), standing=standing)
    assert session.scalar(select(func.count()).select_from(Request)) == 0


def test_a_parent_of_a_pupil_of_16_files_with_consent(session: Session) -> None:
    answers = answers_for("inzage", child_birth_date="2010-01-01")
    request = file(session, answers=answers, standing="met_toestemming").request
    assert request.standing == "met_toestemming"


def test_wrong_answers_file_nothing(session: Session) -> None:
    with pytest.raises(AnswersRefused):
        file(session, answers=answers_for("inzage", subject=None))
    assert session.scalar(select(func.count()).select_from(Request)) == 0


def test_a_reference_given_to_a_parent_is_a_right_one(session: Session) -> None:
    reference = file(session).request.reference
    assert normalise(reference).value == reference
