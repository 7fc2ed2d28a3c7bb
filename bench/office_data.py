"""A hundred thousand invented requests, put in fast: rows, not services."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import batched
from typing import Any

from sqlalchemy import Engine, insert, text

from bot import clock
from bot.db.session import session_scope
from bot.demo.asked import asked_for
from bot.demo.names import invent_family
from bot.demo.people import make_people
from bot.demo.schools import SCHOOLS, make_schools
from bot.people.sessions import start_session
from bot.requests.deadline_text import steps_to_json
from bot.requests.deadlines import answer_by
from bot.requests.kinds import KINDS
from bot.requests.models import Request, SearchWord
from bot.requests.references import ALPHABET, with_check
from bot.requests.search_words import name_hashes
from bot.requests.terms import ONE_MONTH
from bot.requests.workflow import DONE, OUTCOMES
from bot.requests.worklist import OPEN_STATES

REQUESTS = 100_000
#: A board that is behind: one in five is open.
OPEN_SHARE = 0.2
_AT_ONCE = 5_000
_DAYS = 5 * 365


@dataclass(frozen=True, slots=True)
class Office:
    """Cookies of two people who signed in, and what filters and searches can name."""

    of_the_board: str
    of_a_school: str
    school_id: uuid.UUID
    assignee_id: uuid.UUID
    references: tuple[str, ...]
    names: tuple[str, ...]


def fill(engine: Engine, count: int = REQUESTS) -> Office:
    rng = random.Random(1)
    now, today = clock.now(), clock.today()
    with session_scope(engine) as session:
        schools = make_schools(session, now, today)
        cast = make_people(session, schools, now)
        own = next(iter(cast.workers.values()))[0]
        people = {
            school.id: [account.id for account in cast.workers[sector]]
            for sector, school in schools.items()
        }
        cookies = [
            start_session(session, account, complete=True, now=now)
            for account in (cast.central, own)
        ]
        school_id = schools[SCHOOLS[0].sector].id
    sample: list[dict[str, Any]] = []
    with engine.begin() as connection:
        for rows in batched(_rows(count, people, today, rng), _AT_ONCE):
            connection.execute(insert(Request), list(rows))
            connection.execute(insert(SearchWord), _words(rows))
            sample += rows[:: len(rows) // 50 or 1]
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            # What the server does by itself after a while (autovacuum).
            connection.execute(text("VACUUM ANALYZE"))
    return Office(
        of_the_board=cookies[0],
        of_a_school=cookies[1],
        school_id=school_id,
        assignee_id=cast.central.id,
        references=tuple(row["reference"] for row in sample),
        names=tuple(row["child_name"] for row in sample),
    )


def _rows(
    count: int,
    people: dict[uuid.UUID, list[uuid.UUID]],
    today: date,
    rng: random.Random,
) -> Iterator[dict[str, Any]]:
    for number in range(count):
        is_open = rng.random() < OPEN_SHARE
        age = rng.randrange(45) if is_open else rng.randrange(20, _DAYS)
        yield _row(number, is_open, today - timedelta(days=age), people, rng)


def _row(
    number: int,
    is_open: bool,
    received: date,
    people: dict[uuid.UUID, list[uuid.UUID]],
    rng: random.Random,
) -> dict[str, Any]:
    moment = datetime(received.year, received.month, received.day, 9, 30, tzinfo=UTC)
    kind = rng.choice(tuple(KINDS))
    deadline = answer_by(received, ONE_MONTH)
    school_id = rng.choice(tuple(people))
    family = invent_family(rng)
    reference = with_check(_digits(number))
    return {
        "id": uuid.UUID(int=rng.getrandbits(128), version=4),
        "reference": reference,
        "filing_key": f"bench:{number}",
        "kind": kind,
        "state": rng.choice(OPEN_STATES) if is_open else DONE,
        "outcome": None if is_open else rng.choice(OUTCOMES),
        "received_at": moment,
        "received_on": received,
        "due_on": deadline.last_day,
        "due_steps": steps_to_json(deadline),
        "complaint_term_weeks": None,
        "pauses": [],
        "extended_on": None,
        "late_on": None,
        "closed_at": None if is_open else moment + timedelta(days=rng.randrange(1, 20)),
        "checklist": [],
        "school_id": school_id,
        "assignee_id": rng.choice((None, *people[school_id])),
        "version": 1,
        "relation": "ouder_met_gezag",
        "standing": "allowed",
        "child_name": family.child,
        "child_birth_date": date(2015, 3, 12),
        "school": "De Papieren Vlieger",
        "group": "groep 6",
        "requester_name": family.adult,
        "requester_email": family.adult_email,
        "details": asked_for(kind, rng, received),
        "created_at": moment,
        "updated_at": moment,
    }


def _words(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """In the order of the table's key: so it grows fastest."""
    words = [
        {"word_hash": word, "request_id": row["id"]}
        for row in rows
        for word in _hashes(row["child_name"], row["requester_name"])
    ]
    return sorted(words, key=lambda word: word["word_hash"])


@cache
def _hashes(*names: str) -> frozenset[bytes]:
    return frozenset(name_hashes(*names))


def _digits(number: int) -> str:
    """Nine characters of the alphabet of references, spread so that neighbours differ."""
    value = number * 7_919 + 104_729 * 23**5
    body = ""
    for _ in range(9):
        value, rest = divmod(value, len(ALPHABET))
        body += ALPHABET[rest]
    return body
