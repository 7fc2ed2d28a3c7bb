"""Changes of a request are events that say who, when and why, and never what was typed."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from bot.requests.checklists import checklist_for
from bot.requests.editing import (
    EditRefused,
    add_note,
    assign,
    change_fields,
    move_to_school,
    set_legal_hold,
    tick,
)
from bot.requests.models import RequestEvent
from tests.support.office import TODAY, file_at, make_school
from tests.support.requests import NOW

WHO = {"actor": "a-colleague", "at": NOW}


@pytest.fixture
def request_(session):
    return file_at(session, make_school(session))


def last_event(session, request) -> RequestEvent:
    query = select(RequestEvent).where(RequestEvent.request_id == request.id)
    return session.scalars(query.order_by(RequestEvent.sequence.desc())).first()


def change(session, request, why="belde", **typed):
    return change_fields(session, request, typed, why=why, today=TODAY, **WHO)


def test_a_corrected_name_is_an_event_with_the_field_and_the_reason(session, request_) -> None:
    assert change(session, request_, child_name="Sanne Bakker") == ("child_name",)
    event = last_event(session, request_)
    assert event.data == {"fields": ["child_name"], "why": "belde"}
    assert "Bakker" not in json.dumps(event.data)
    assert request_.child_name == "Sanne Bakker"


def test_what_is_the_same_is_no_change(session, request_) -> None:
    before = request_.version
    assert change(session, request_, child_name=request_.child_name) == ()
    assert request_.version == before


def test_a_change_needs_its_reason(session, request_) -> None:
    with pytest.raises(EditRefused, match="waarom"):
        change(session, request_, why=" ", child_name="Sanne Bakker")
    assert request_.child_name == "Sanne de Vries"


def test_an_address_that_is_none_is_refused_with_the_reason(session, request_) -> None:
    with pytest.raises(EditRefused, match="e-mailadres"):
        change(session, request_, requester_email="geen adres")


def test_only_an_optional_field_can_be_emptied(session, request_) -> None:
    assert change(session, request_, requester_phone="") == ("requester_phone",)
    with pytest.raises(EditRefused, match="leeg"):
        change(session, request_, requester_name="")


def test_fields_that_are_not_the_offices_are_left_alone(session, request_) -> None:
    assert change(session, request_, kind="klacht", due_on="2030-01-01") == ()
    assert request_.kind == "inzage"


def test_a_note_is_kept_and_its_text_stays_out_of_the_events(session, request_) -> None:
    note = add_note(session, request_, "Vader belde.", actor_name="Els", **WHO)
    assert note.text == "Vader belde."
    assert last_event(session, request_).data == {}


@pytest.mark.parametrize("text", ["", "  ", "a" * 5001])
def test_empty_and_endless_notes_are_refused(session, request_, text) -> None:
    with pytest.raises(EditRefused):
        add_note(session, request_, text, actor_name="Els", **WHO)


def test_ticking_twice_is_ticking_once(session, request_) -> None:
    tick(session, request_, "identiteit", done=True, **WHO)
    version = request_.version
    tick(session, request_, "identiteit", done=True, **WHO)
    assert (request_.checklist, request_.version) == (["identiteit"], version)
    tick(session, request_, "identiteit", done=False, **WHO)
    assert request_.checklist == []


def test_an_item_of_another_kind_cannot_be_ticked(session, request_) -> None:
    with pytest.raises(EditRefused):
        tick(session, request_, "gehoord", done=True, **WHO)


def test_another_school_takes_the_request_from_who_worked_it(session, request_) -> None:
    other = make_school(session, slug="ster", name="De Ster")
    assign(session, request_, None, **WHO)
    move_to_school(session, request_, other, **WHO)
    assert (request_.school_id, request_.assignee_id) == (other.id, None)
    assert last_event(session, request_).kind == "school_gewijzigd"


def test_a_legal_hold_keeps_its_reason_out_of_the_events(session, request_) -> None:
    set_legal_hold(session, request_, "Rechtszaak van de vader", **WHO)
    assert last_event(session, request_).data == {}
    set_legal_hold(session, request_, "", **WHO)
    assert last_event(session, request_).kind == "bewaren_gestopt"


@pytest.mark.parametrize(
    ("changed", "key", "there"),
    [
        ({"child_birth_date": "2014-11-23"}, "leeftijd_12", True),
        ({"child_birth_date": "2014-11-24"}, "leeftijd_12", False),
        ({"relation": "ouder_zonder_gezag"}, "zonder_gezag", True),
        ({"relation": "ouder_met_gezag"}, "gezag", True),
        ({}, "derden", True),
        ({}, "uitleg_15", True),
        ({}, "gehoord", False),
    ],
)
def test_the_checklist_follows_kind_custody_and_age(session, changed, key, there) -> None:
    request = file_at(session, make_school(session))
    if "child_birth_date" in changed:
        from datetime import date

        request.child_birth_date = date.fromisoformat(changed["child_birth_date"])
    if "relation" in changed:
        request.relation = changed["relation"]
    assert (key in {item.key for item in checklist_for(request)}) is there
