"""What each kind asks, and that it asks no more."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.outcome import Parsed
from bot.requests.fields import FIELDS, PERSON_KEYS, fields_for
from bot.requests.kinds import KINDS, KINDS_BY_INTENT
from bot.requests.models import Request
from bot.settings import Settings
from tests.support.requests import answers_for

EIGHT = (
    "inzage correctie zienswijze verwijderen bezwaar toestemming_intrekken camerabeelden klacht"
).split()
TODAY = date(2026, 11, 23)


def test_there_are_eight_kinds() -> None:
    assert list(KINDS) == EIGHT


def test_every_kind_has_the_intent_that_starts_it() -> None:
    expected = {f"verzoek_{key}" for key in EIGHT[:-1]} | {"klacht_indienen"}
    assert set(KINDS_BY_INTENT) == expected


@pytest.mark.parametrize("kind", EIGHT)
def test_every_kind_names_its_law(kind: str) -> None:
    assert "artikel" in KINDS[kind].article


@pytest.mark.parametrize("kind", EIGHT[:-1])
def test_requests_have_one_month(kind: str) -> None:
    term = KINDS[kind].term(Settings(database_url="sqlite://"))
    assert (term.count, term.unit) == (1, "maand")


def test_a_complaint_has_the_schools_own_term() -> None:
    term = KINDS["klacht"].term(Settings(database_url="sqlite://", complaint_term_weeks=6))
    assert (term.count, term.unit) == (6, "week")


def test_every_field_is_asked_by_some_kind() -> None:
    assert {key for kind in KINDS.values() for key in kind.fields} == set(FIELDS)


@pytest.mark.parametrize("kind", EIGHT)
def test_nothing_asks_for_a_bsn_or_an_identity_document(kind: str) -> None:
    labels = " ".join(field.label_nl.lower() for field in fields_for(kind))
    assert not any(word in labels for word in ("bsn", "burgerservice", "identiteit", "paspoort"))


@pytest.mark.parametrize("kind", EIGHT)
def test_a_pupil_is_asked_for_one_name(kind: str) -> None:
    asked = [field.key for field in fields_for(kind, "leerling")]
    assert "child_name" in asked
    assert "requester_name" not in asked
    assert "requester_name" in [field.key for field in fields_for(kind, "ouder_met_gezag")]


def test_a_complaint_does_not_ask_for_a_date_of_birth() -> None:
    assert "child_birth_date" not in KINDS["klacht"].fields


def test_withdrawing_consent_asks_for_no_reason() -> None:
    fields = KINDS["toestemming_intrekken"].fields
    assert not {"reason", "situation", "details"} & set(fields)


@pytest.mark.parametrize("key", PERSON_KEYS)
def test_every_personal_field_has_a_column(key: str) -> None:
    assert hasattr(Request, key)


@pytest.mark.parametrize("kind", EIGHT)
def test_every_parsed_answer_is_read_the_same_a_second_time(kind: str) -> None:
    for key, text in answers_for(kind).items():
        first = FIELDS[key].parse(text, TODAY)
        assert isinstance(first, Parsed), key
        value = first.value.isoformat() if isinstance(first.value, date) else first.value
        assert FIELDS[key].parse(value, TODAY) == first


@pytest.mark.parametrize("key", [key for key, field in FIELDS.items() if field.choices])
def test_every_option_can_be_clicked_and_typed(key: str) -> None:
    for choice in FIELDS[key].choices:
        assert FIELDS[key].parse(choice.value, TODAY) == Parsed(choice.value)
        assert FIELDS[key].parse(choice.title_nl, TODAY) == Parsed(choice.value)
