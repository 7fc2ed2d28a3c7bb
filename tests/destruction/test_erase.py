"""Closed requests are erased after their term: whole, with proof, and nothing of anybody left."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import inspect, select, text, true

from bot.db.session import session_scope
from bot.destruction.due import due_requests, held_requests
from bot.destruction.erase import BLANKED, KEPT, REPLACED
from bot.destruction.run import erase_due, forget_spent
from bot.destruction.terms import STANDARD, TermRefused, load_terms, save_term
from bot.people.rate_limit import STATUS_MAIL, spend
from bot.portal.links import mail_link, use_link
from bot.requests.attachments import add_attachment
from bot.requests.editing import add_note, change_fields, set_legal_hold
from bot.requests.kinds import KINDS
from bot.requests.models import Destruction, Request, RequestEvent
from bot.requests.references import normalise
from tests.support.dump import readable_dump, stolen_dump
from tests.support.office import TODAY, do, file_at, make_school
from tests.support.requests import NOW, SETTINGS

PERSONAL = ("Sanne", "Amrani", "mo@voorbeeld.nl", "31612345678", "geheim", "Het hele dossier")
# Closed on 23 November 2026, kept for 24 months.
OVER = datetime(2028, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def reference(engine) -> str:
    """A request with everything that can hang on it, closed and sent."""
    with session_scope(engine) as session:
        request = file_at(session, make_school(session))
        who = {"actor": "a-colleague", "at": NOW}
        add_note(session, request, "geheim van Sanne", actor_name="Els", **who)
        add_attachment(
            session, request, name="geheim.txt", content=b"geheim", from_requester=True, **who
        )
        change_fields(session, request, {"group": "groep 7"}, why="Sanne belde", today=TODAY, **who)
        mail_link(
            session,
            reference=request.reference,
            email="mo@voorbeeld.nl",
            address="127.0.0.1",
            settings=SETTINGS,
            now=NOW,
        )
        do(session, request, "beginnen")
        do(session, request, "toewijzen", note="geheim antwoord")
        session.execute(text("UPDATE outbox_message SET state = 'verzonden'"))
        return request.reference


def set_term(engine, action: str, months: str = "24") -> None:
    with session_scope(engine) as session:
        for kind in KINDS:
            save_term(session, kind, months, action)


@pytest.mark.parametrize("action", ["verwijderen", "anonimiseren"])
def test_nothing_of_anybody_is_left_in_any_table(engine, reference, action) -> None:
    assert all(word in readable_dump(engine) for word in PERSONAL)
    set_term(engine, action)
    assert erase_due(engine, SETTINGS, OVER) == 1
    left = readable_dump(engine)
    assert [word for word in (*PERSONAL, reference) if word in left] == []


def test_a_stolen_database_shows_nobody(engine, reference) -> None:
    stolen = stolen_dump(engine)
    assert reference in stolen
    assert [word for word in (*PERSONAL, "Els") if word in stolen] == []


@pytest.mark.parametrize(("action", "requests"), [("verwijderen", 0), ("anonimiseren", 1)])
def test_proof_stays_and_counting_stays_possible(engine, reference, action, requests) -> None:
    set_term(engine, action)
    erase_due(engine, SETTINGS, OVER)
    with session_scope(engine, read_only=True) as session:
        proof = session.scalars(select(Destruction)).one()
        assert (proof.kind, proof.outcome, proof.action) == ("inzage", "toegewezen", action)
        assert (proof.received_on, proof.closed_on) == (TODAY, TODAY)
        assert len(session.scalars(select(Request)).all()) == requests
        assert len(session.scalars(select(RequestEvent)).all()) == (0 if requests == 0 else 7)


def test_an_anonymous_request_can_be_found_by_nobody(engine, reference) -> None:
    erase_due(engine, SETTINGS, OVER)
    with session_scope(engine, read_only=True) as session:
        request = session.scalars(select(Request)).one()
        assert request.anonymised_on == date(2028, 11, 23)
        assert not hasattr(normalise(request.reference), "value")
        assert due_requests(session, date(2040, 1, 1), true()) == []


def test_every_column_was_decided_on() -> None:
    columns = {column.key for column in inspect(Request).column_attrs}
    assert columns == KEPT | BLANKED.keys() | set(REPLACED)
    assert not KEPT & BLANKED.keys()


@pytest.mark.parametrize(
    ("day", "due"), [(date(2028, 11, 22), 0), (date(2028, 11, 23), 1), (date(2030, 1, 1), 1)]
)
def test_the_term_ends_on_its_own_date(engine, reference, day, due) -> None:
    with session_scope(engine, read_only=True) as session:
        assert len(due_requests(session, day, true())) == due


def test_the_day_of_closing_is_the_schools_day(engine, reference) -> None:
    late_evening = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    with session_scope(engine) as session:
        session.scalars(select(Request)).one().closed_at = late_evening
    assert late_evening.astimezone(ZoneInfo("Europe/Amsterdam")).date() == date(2026, 11, 24)
    with session_scope(engine, read_only=True) as session:
        assert due_requests(session, date(2028, 11, 23), true()) == []


def test_a_legal_hold_keeps_it_and_is_shown(engine, reference) -> None:
    with session_scope(engine) as session:
        request = session.scalars(select(Request)).one()
        set_legal_hold(session, request, "rechtszaak", actor="x", at=NOW)
    assert erase_due(engine, SETTINGS, OVER) == 0
    with session_scope(engine, read_only=True) as session:
        (held,) = held_requests(session, OVER.date(), true())
        assert held.request.legal_hold == "rechtszaak"


def test_what_was_reopened_or_still_has_to_leave_stays(engine, reference) -> None:
    with session_scope(engine) as session:
        session.execute(text("UPDATE outbox_message SET state = 'wacht'"))
    assert erase_due(engine, SETTINGS, OVER) == 0
    with session_scope(engine) as session:
        session.execute(text("UPDATE outbox_message SET state = 'verzonden'"))
        do(session, session.scalars(select(Request)).one(), "heropenen")
    assert erase_due(engine, SETTINGS, OVER) == 0


def test_the_dry_run_and_the_erasing_agree(engine, reference) -> None:
    with session_scope(engine, read_only=True) as session:
        foreseen = len(due_requests(session, OVER.date(), true()))
    assert erase_due(engine, SETTINGS, OVER) == foreseen == 1


def test_every_kind_has_a_term(session) -> None:
    assert load_terms(session) == dict.fromkeys(KINDS, STANDARD)
    save_term(session, "klacht", "12", "verwijderen")
    assert load_terms(session)["klacht"].months == 12


@pytest.mark.parametrize(
    ("kind", "months", "action"),
    [
        ("klacht", "0", "verwijderen"),
        ("klacht", "241", "verwijderen"),
        ("klacht", "-1", "verwijderen"),
        ("klacht", "veel", "verwijderen"),
        ("klacht", "12", "bewaren"),
        ("niets", "12", "verwijderen"),
    ],
)
def test_an_impossible_term_is_refused(session, kind, months, action) -> None:
    with pytest.raises(TermRefused):
        save_term(session, kind, months, action)


def test_spent_links_and_full_limits_are_forgotten(engine, reference) -> None:
    with session_scope(engine) as session:
        spend(session, STATUS_MAIL, "x", NOW)
        assert use_link(session, "geraden", NOW) is None
    assert forget_spent(engine, SETTINGS, NOW) == 0
    # The link, its two limits, and the one of this test.
    assert forget_spent(engine, SETTINGS, NOW + timedelta(days=2)) == 4
