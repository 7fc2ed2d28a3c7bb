"""The last check before filing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.requests.answers import AnswersRefused, check_answers
from bot.requests.kinds import KINDS
from tests.support.requests import answers_for

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("kind", KINDS)
def test_full_answers_pass(kind: str) -> None:
    assert set(check_answers(kind, answers_for(kind), TODAY)) == set(answers_for(kind))


def test_values_come_back_typed() -> None:
    values = check_answers("inzage", answers_for("inzage"), TODAY)
    assert values["child_birth_date"] == date(2016, 3, 12)
    assert values["copy"] == "ja"


def test_a_date_may_come_as_a_date() -> None:
    answers = answers_for("inzage", child_birth_date=date(2016, 3, 12))
    assert check_answers("inzage", answers, TODAY)["child_birth_date"] == date(2016, 3, 12)


@pytest.mark.parametrize("skipped", [None, ""])
def test_what_is_optional_may_be_skipped(skipped: str | None) -> None:
    answers = answers_for("inzage") | {"requester_phone": skipped, "group": skipped}
    assert "requester_phone" not in check_answers("inzage", answers, TODAY)


def test_what_is_not_optional_may_not_be_skipped() -> None:
    with pytest.raises(AnswersRefused) as raised:
        check_answers("inzage", answers_for("inzage", school=None, subject=None), TODAY)
    assert raised.value.keys == ("school", "subject")


def test_an_answer_this_kind_does_not_ask_is_refused() -> None:
    with pytest.raises(AnswersRefused) as raised:
        check_answers("inzage", answers_for("inzage", bsn="123456782"), TODAY)
    assert raised.value.keys == ("bsn",)


def test_a_refusal_names_the_field_and_not_the_answer() -> None:
    with pytest.raises(AnswersRefused) as raised:
        check_answers("inzage", answers_for("inzage", requester_email="geheim@"), TODAY)
    assert "requester_email" in str(raised.value)
    assert "geheim" not in str(raised.value)


def test_an_address_that_only_looks_mistyped_can_be_filed() -> None:
    answers = answers_for("inzage", requester_email="jan@gmial.com")
    assert check_answers("inzage", answers, TODAY)["requester_email"] == "jan@gmial.com"


def test_no_answers_at_all_are_refused() -> None:
    with pytest.raises(AnswersRefused):
        check_answers("inzage", {}, TODAY)
