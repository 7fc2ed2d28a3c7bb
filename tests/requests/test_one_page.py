"""A request on one page asks, judges and refuses what the chat's form does."""

from __future__ import annotations

from datetime import date

import pytest

from bot.requests.form import RequestForm, for_filing, way_of
from bot.requests.kinds import KINDS
from bot.requests.one_page import fill
from tests.support.requests import NOW, SETTINGS, answers_for, file

TODAY = date(2026, 11, 23)


def typed(kind: str = "inzage", **changed: str) -> dict[str, str]:
    return {key: str(value) for key, value in answers_for(kind).items()} | changed


def problems(filled) -> dict[str, str]:
    return {one.key: one.problem for one in filled.asked if one.problem}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_filed_from_what_was_typed(kind: str, session) -> None:
    filled = fill(kind, typed(kind), TODAY)
    assert problems(filled) == {}
    assert filled.is_complete
    request = file(
        session,
        kind=kind,
        answers=for_filing(filled.answers),
        standing=way_of(filled.answers, TODAY),
        now=NOW,
        settings=SETTINGS,
    ).request
    assert request.child_name == "Sanne de Vries"


@pytest.mark.parametrize("kind", KINDS)
def test_it_asks_what_the_chat_asks_in_the_same_order(kind: str) -> None:
    filled = fill(kind, typed(kind), TODAY)
    asked = [question.key for question in RequestForm().questions(filled.answers, TODAY)]
    assert ["kind", *(one.key for one in filled.asked)] == asked


def test_nothing_is_called_wrong_before_anything_was_sent() -> None:
    filled = fill("inzage", {"school": "De Regenboog"}, TODAY, judge=False)
    assert problems(filled) == {}
    assert {one.key: one.typed for one in filled.asked}["school"] == "De Regenboog"


def test_what_is_missing_is_said_in_the_words_of_the_chat() -> None:
    filled = fill("inzage", typed(child_birth_date="gisteren of zo", requester_email=""), TODAY)
    question = next(
        one
        for one in RequestForm().questions({"kind": "inzage"}, TODAY)
        if one.key == "requester_email"
    )
    outcome = question.parse("", TODAY)
    found = problems(filled)
    assert set(found) == {"child_birth_date", "requester_email"}
    assert found["requester_email"] == outcome.message_nl
    assert not filled.is_complete


def test_what_may_be_skipped_may_be_empty() -> None:
    filled = fill("inzage", typed(group="", period="", requester_phone=""), TODAY)
    assert filled.is_complete
    assert "group" not in for_filing(filled.answers)


def test_an_address_that_looks_wrong_can_be_insisted_on() -> None:
    doubtful = typed(requester_email="mo@gmial.com")
    filled = fill("inzage", doubtful, TODAY)
    (field,) = [one for one in filled.asked if one.problem]
    assert field.may_insist
    insisted = fill("inzage", doubtful | {"requester_email_toch": "ja"}, TODAY)
    assert insisted.is_complete
    assert insisted.answers["requester_email"] == "mo@gmial.com"


def test_from_sixteen_the_pupil_decides_so_the_way_is_asked() -> None:
    filled = fill("inzage", typed(child_birth_date="2010-03-12"), TODAY)
    assert "Vanaf 16 jaar beslist een leerling zelf" in filled.explanation
    (field,) = [one for one in filled.asked if one.key == "standing"]
    assert [value for value, _ in field.options] == ["met_toestemming", "namens_leerling"]
    assert field.problem
    chosen = fill("inzage", typed(child_birth_date="2010-03-12", standing="met_toestemming"), TODAY)
    assert chosen.is_complete
    assert way_of(chosen.answers, TODAY) == "met_toestemming"


def test_a_pupil_under_twelve_is_told_why_not() -> None:
    filled = fill("inzage", typed(relation="leerling", child_birth_date="2016-03-12"), TODAY)
    assert "nog geen 12 jaar" in filled.refusal
    assert not filled.is_complete


def test_a_pupil_is_asked_for_one_name() -> None:
    filled = fill("inzage", typed(relation="leerling", child_birth_date="2012-03-12"), TODAY)
    assert "requester_name" not in [one.key for one in filled.asked]


def test_the_summary_shows_values_as_a_person_reads_them() -> None:
    summary = dict(fill("inzage", typed(group=""), TODAY).summary)
    assert summary["Geboortedatum van de leerling"] == "12 maart 2016"
    assert summary["Wie vraagt dit"] == "Ouder of voogd met gezag"
    assert "Groep of klas" not in summary
