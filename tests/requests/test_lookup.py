"""Reference and address together, or nothing at all."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.requests.lookup import find
from bot.requests.references import with_check
from tests.support.requests import answers_for, file

ADDRESS = "mo@voorbeeld.nl"


def test_reference_and_address_find_the_request(session: Session) -> None:
    request = file(session).request
    assert find(session, request.reference, ADDRESS) is request


def test_both_may_be_typed_carelessly(session: Session) -> None:
    request = file(session).request
    typed = request.reference.lower().replace("-", " ")
    assert find(session, typed, " Mo@Voorbeeld.NL. ") is request


def test_a_mistyped_address_that_was_filed_so_still_finds(session: Session) -> None:
    answers = answers_for("inzage", requester_email="jan@gmial.com")
    request = file(session, answers=answers).request
    assert find(session, request.reference, "jan@gmial.com") is request


@pytest.mark.parametrize("email", ["ander@voorbeeld.nl", "", "geen adres", "%", "mo@voorbeeld.n_"])
def test_the_right_reference_with_another_address_finds_nothing(
    session: Session, email: str
) -> None:
    assert find(session, file(session).request.reference, email) is None


@pytest.mark.parametrize("reference", [with_check("333333333"), "DW-K7MH3-9XQ4T", "", "%"])
def test_another_reference_finds_nothing(session: Session, reference: str) -> None:
    file(session)
    assert find(session, reference, ADDRESS) is None
