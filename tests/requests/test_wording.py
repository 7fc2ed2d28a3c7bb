"""What a parent reads about a request."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.requests.kinds import KINDS
from bot.requests.wording import confirmation_text_nl, status_text_nl
from bot.requests.workflow import OUTCOMES, STATES
from tests.support.requests import file


def test_the_status_tells_what_came_in_when_and_until_when(session: Session) -> None:
    assert status_text_nl(file(session).request, date(2026, 12, 1)) == (
        "Uw verzoek om inzage kwam binnen op 23 november 2026. De school heeft het ontvangen en "
        "gaat het bekijken. De school moet uiterlijk woensdag 23 december 2026 antwoorden (nog 22 "
        "dagen)."
    )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 22), "dat is morgen"),
        (date(2026, 12, 23), "dat is vandaag"),
        (date(2026, 12, 24), "en is dus te laat"),
    ],
)
def test_the_time_left_is_told_in_words(session: Session, today: date, words: str) -> None:
    assert words in status_text_nl(file(session).request, today)


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words(session: Session, state: str) -> None:
    request = file(session).request
    request.state, request.outcome = state, "toegewezen" if state == "afgehandeld" else None
    assert status_text_nl(request, date(2026, 12, 1)).count(".") >= 2


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_words_and_no_deadline(session: Session, outcome: str) -> None:
    request = file(session).request
    request.state, request.outcome = "afgehandeld", outcome
    text = status_text_nl(request, date(2027, 3, 1))
    assert "Het is afgerond." in text
    assert "te laat" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_confirmation_has_the_reference_and_the_last_day(session: Session, kind: str) -> None:
    request = file(session, kind=kind).request
    text = confirmation_text_nl(request)
    assert request.reference in text
    assert "e laatste dag is" in text


@pytest.mark.parametrize("kind", KINDS)
def test_neither_text_names_anybody(session: Session, kind: str) -> None:
    request = file(session, kind=kind).request
    both = confirmation_text_nl(request) + status_text_nl(request, date(2026, 12, 1))
    assert not any(word in both for word in ("Sanne", "Vries", "Amrani", "voorbeeld.nl", "0612"))
