"""The made-up year: everything an office meets is in it, and nothing of it can reach anybody."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, true
from sqlalchemy.orm import Session

from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.demo import fill as demo_fill
from bot.demo.courses import BATCHES
from bot.demo.fill import _plans, fill
from bot.letters.kinds import LETTERS
from bot.letters.models import Letter
from bot.outbox.models import OutboxMessage
from bot.people.models import Account
from bot.people.roles import ROLES_NL
from bot.report.figures import open_by_deadline, year_figures
from bot.requests.kinds import KINDS
from bot.requests.models import Attachment, Destruction, Request, RequestEvent, RequestNote
from bot.requests.pauses import pauses_from_json, running
from bot.requests.standing import RELATIONS
from bot.requests.workflow import DONE, OUTCOMES, STATES
from bot.schools.models import School
from bot.settings import Settings

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
SETTINGS = Settings(database_url="sqlite://", demo=True)


@pytest.fixture(scope="module")
def demo(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Filled once for all tests, which only read."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(migrated_file, path)
    engine = make_engine(f"sqlite:///{path}")
    with session_scope(engine) as session:
        fill(session, SETTINGS, NOW)
    yield engine
    engine.dispose()


@pytest.fixture
def filled(demo: Engine) -> Iterator[Session]:
    with session_scope(demo, read_only=True) as session:
        yield session


def requests(session: Session, *conditions) -> list[Request]:
    return list(session.scalars(select(Request).where(*conditions)))


def test_there_are_two_hundred_requests_at_three_schools(filled: Session) -> None:
    assert len(requests(filled)) == 200
    assert filled.scalar(select(func.count()).select_from(School)) == 3
    assert len(requests(filled, Request.school_id.is_(None))) == 2


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (Request.kind, KINDS),
        (Request.state, STATES),
        (Request.outcome, OUTCOMES),
        (Request.relation, RELATIONS),
        (Request.standing, ("allowed", "geen_gezag", "met_toestemming")),
        (Letter.kind, LETTERS),
    ],
)
def test_every_kind_of_everything_is_there(filled: Session, column, values) -> None:
    assert set(values) <= set(filled.scalars(select(column).distinct()))


def test_the_worklist_shows_late_today_tomorrow_and_later(filled: Session) -> None:
    days = Counter((one.due_on - TODAY).days for one in requests(filled, Request.state != DONE))
    assert days[0] >= 2 and days[1] >= 1
    assert min(days) <= -14 and max(days) >= 30
    counts = open_by_deadline(filled, true(), TODAY)
    assert [title for title, count in counts.items() if count == 0] == []


def test_some_are_extended_paused_reopened_and_held(filled: Session) -> None:
    is_open = requests(filled, Request.state != DONE)
    assert sum(one.extended_on is not None for one in is_open) >= 3
    assert sum(running(pauses_from_json(one.pauses)) for one in is_open) >= 3
    assert {one.state for one in requests(filled, Request.legal_hold.is_not(None))} >= {
        DONE,
        "in_behandeling",
    }
    steps = filled.scalars(select(RequestEvent.data).where(RequestEvent.kind == "status_gewijzigd"))
    assert sum(data["from"] == DONE for data in steps) >= 3


def test_late_ones_were_seen_late_on_the_day_after(filled: Session) -> None:
    late = requests(filled, Request.late_on.is_not(None))
    assert len(late) >= 10
    assert all(one.late_on == one.due_on + timedelta(days=1) for one in late)
    overdue = requests(filled, Request.state != DONE, Request.due_on < TODAY)
    assert {one.id for one in overdue if not running(pauses_from_json(one.pauses))} <= {
        one.id for one in late
    }


def test_what_was_kept_long_enough_is_erased_with_proof(filled: Session) -> None:
    erased = requests(filled, Request.anonymised_on.is_not(None))
    proofs = filled.scalars(select(Destruction)).all()
    assert {one.id for one in erased} == {proof.request_id for proof in proofs}
    assert len(erased) == 4


def test_events_stand_in_order_of_time_and_none_is_still_to_come(filled: Session) -> None:
    rows = filled.execute(
        select(RequestEvent.request_id, RequestEvent.at).order_by(
            RequestEvent.request_id, RequestEvent.sequence
        )
    ).all()
    assert max(row.at for row in rows) <= NOW
    assert [b for a, b in pairwise(rows) if a.request_id == b.request_id and b.at < a.at] == []


def test_notes_files_and_answers_come_from_both_sides(filled: Session) -> None:
    authors = set(filled.scalars(select(RequestNote.author)))
    assert "aanvrager" in authors and len(authors) > 4
    assert set(filled.scalars(select(Attachment.from_requester))) == {True, False}
    assert any(filled.scalars(select(Letter.attachment_ids)))


def test_the_figures_look_like_a_year(filled: Session) -> None:
    year = year_figures(filled, true(), 2026)
    assert 120 <= year.received <= 190
    assert 90 <= (year.in_time_percent or 0) < 100
    assert all(month.closed for month in year.months[:10])


def test_no_letter_still_shows_a_place_to_fill_in(filled: Session) -> None:
    bodies = filled.scalars(select(Letter.body)).all()
    assert [body for body in bodies if "…" in body or "{{" in body] == []
    assert all(pdf.startswith(b"%PDF") for pdf in filled.scalars(select(Letter.pdf).limit(20)))


def test_the_worker_finds_nothing_to_send(filled: Session) -> None:
    states = Counter(filled.scalars(select(OutboxMessage.state)))
    assert states.keys() == {"verzonden", "mislukt"}
    assert states["mislukt"] == 2


def test_no_address_can_be_anybodys(filled: Session) -> None:
    addresses = {
        *filled.scalars(select(Request.requester_email).where(Request.anonymised_on.is_(None))),
        *filled.scalars(select(Letter.to_email)),
        *filled.scalars(select(School.email)),
        *filled.scalars(select(Account.email)),
    }
    # RFC 2606: reserved, so that no mail arrives.
    assert [address for address in addresses if not address.endswith(".example")] == []
    assert filled.scalars(select(Request.requester_phone).distinct()).all() == [None]


def test_every_role_is_there_and_its_password_must_be_changed(filled: Session) -> None:
    accounts = filled.scalars(select(Account)).all()
    assert {one.role for account in accounts for one in account.memberships} == set(ROLES_NL)
    assert all(account.must_change_password for account in accounts)


def test_the_same_plans_are_made_each_time() -> None:
    first, second = (_plans(random.Random(7), SETTINGS, NOW) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "now",
    [
        datetime(2027, 1, 1, 0, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 6, 0, tzinfo=UTC),
        datetime(2027, 5, 8, 20, 0, tzinfo=UTC),
    ],
    ids=["new year's night", "a leap day before the office opens", "a Saturday in the holiday"],
)
def test_it_can_be_made_on_any_day(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    few = tuple(replace(batch, count=1, due=batch.due[:1]) for batch in BATCHES)
    monkeypatch.setattr(demo_fill, "BATCHES", few)
    with session_scope(engine) as session:
        fill(session, SETTINGS, now)
        assert {one.state for one in requests(session)} == set(STATES)
        last = session.scalar(select(func.max(RequestEvent.at)))
    assert last is not None and last <= now
