"""Parents talk and file while processes are killed and the database is cut: every promise holds.

The moments are seeded. The mail server is slow, so that a worker is often killed with a mail in hand.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import Engine, func, select, update

from bot import clock
from bot.conversations.models import Conversation, Message
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.letters.models import Letter
from bot.outbox.delivery import LEASE
from bot.outbox.models import OutboxMessage
from bot.outbox.states import BUSY, WAITING
from bot.requests.models import Request
from tests.faults.full_server import CAN_BE_FULL, refusals
from tests.faults.house import House
from tests.faults.injections import Injections
from tests.faults.ledger import Ledger
from tests.faults.parents import Parent
from tests.faults.promises import broken
from tests.support.loopback import wait_until
from tests.support.mail_server import Box, mail_server
from tests.support.office import do, file_at, make_school
from tests.support.postgresql import postgresql_server

SEED, PARENTS, LETTERS = 20261125, 5, 25
ON_SQLITE = {
    "killed web": 1,
    "killed actions": 1,
    "killed worker": 3,
    "killed engine": 1,
    "killed web+worker": 1,
    "cut": 1,
    "long": 1,
    "full web": 1,
    "full actions": 1,
    "full worker": 1,
}
ON_POSTGRESQL = {
    "killed web": 1,
    "killed actions": 1,
    "killed worker": 3,
    "killed engine+web+actions+worker": 1,
    "cut": 3,
    "full message": 1,
    "full request_event": 1,
    "full outbox_message": 1,
}


@pytest.fixture
def box() -> Iterator[tuple[Box, str]]:
    with mail_server("slow") as served:
        yield served


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'queue.db'}"
        if request.param == "postgresql":
            url = stack.enter_context(postgresql_server(*CAN_BE_FULL))
        upgrade(url)
        database = make_engine(url)
        yield database
        database.dispose()


@pytest.fixture
def house(database: Engine, box: tuple[Box, str], tmp_path: Path) -> Iterator[House]:
    before = dict(os.environ)
    house = House(tmp_path, database.url.render_as_string(hide_password=False), box[1])
    with session_scope(database) as session:
        make_school(session)
        other = make_school(session, slug="ster", name="De Ster", confirms_receipt=False)
        # Letters that wait from the first moment on.
        for number in range(LETTERS):
            do(session, file_at(session, other, subject=f"Map {number}"), "bevestigen")
    try:
        house.start()
        yield house
    finally:
        house.stop()
        os.environ.clear()
        os.environ.update(before)


def test_every_promise_holds(house: House, database: Engine, box, capsys) -> None:
    chance, ledger = random.Random(SEED), Ledger()
    times = ON_SQLITE if database.dialect.name == "sqlite" else ON_POSTGRESQL
    began = time.monotonic()
    _storm(house, database, chance, ledger, times)
    stormed = time.monotonic() - began
    if database.dialect.name == "postgresql":
        # Not only the test met a table without room: our processes did as well.
        assert refusals(database) > 0
    _get_well(house, database, box[0])
    found = broken(database, ledger, box[0].mails)
    with capsys.disabled():
        print(_figures(database, ledger, box[0], found, stormed))
    assert {name: kinds for name, kinds in found.items() if kinds} == {}


def _storm(
    house: House, database: Engine, chance: random.Random, ledger: Ledger, times: dict[str, int]
) -> None:
    over = threading.Event()
    with ThreadPoolExecutor(PARENTS) as pool:
        lives = [
            pool.submit(
                Parent(
                    house.url, "regenboog", ledger, random.Random(SEED + number), over.is_set
                ).live
            )
            for number in range(PARENTS)
        ]
        try:
            for name, fault in Injections(house, database, chance).plan(times):
                time.sleep(chance.uniform(0.3, 1.2))
                fault()
                ledger.inject(name)
        finally:
            over.set()
        for life in lives:
            life.result()


def _get_well(house: House, database: Engine, box: Box) -> None:
    """Nobody does anything: only time passes, and of that the worker is given five minutes at once."""
    box.behaviour = "accept"
    for name in ("web", "engine", "actions", "worker"):
        assert house.is_alive(name), f"{name} did not outlive the faults: {house.log(name)[-2000:]}"
    house.kill("worker")
    _five_minutes_later(database)
    house.start("worker")
    wait_until(lambda: _waiting(database) == 0, 60)
    wait_until(lambda: httpx2.get(f"{house.url}/health", trust_env=False).status_code == 200, 20)


def _five_minutes_later(database: Engine) -> None:
    with session_scope(database) as session:
        for column in (OutboxMessage.claimed_at, OutboxMessage.not_before):
            earlier = select(OutboxMessage.id, column).where(column.is_not(None))
            for identifier, at in session.execute(earlier).all():
                values = {column.key: at - LEASE}
                session.execute(
                    update(OutboxMessage).where(OutboxMessage.id == identifier).values(values)
                )
        for identifier, at in session.execute(select(Request.id, Request.created_at)).all():
            values = {"created_at": min(at, clock.now() - timedelta(minutes=1))}
            session.execute(update(Request).where(Request.id == identifier).values(values))


def _waiting(database: Engine) -> int:
    """Messages without an answer, mails in the outbox, and receipts that are to be confirmed."""
    with session_scope(database, read_only=True) as session:
        confirmed = select(Letter.request_id).where(Letter.kind == "ontvangst")
        return sum(
            session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
            for table, *conditions in (
                (Message, Message.pending),
                (OutboxMessage, OutboxMessage.state.in_((WAITING, BUSY))),
                (Request, Request.school_id.is_not(None), Request.id.not_in(confirmed)),
            )
        )


def _figures(database: Engine, ledger: Ledger, box: Box, found: dict, seconds: float) -> str:
    with session_scope(database, read_only=True) as session:
        counts = {
            name: session.scalar(select(func.count()).select_from(table))
            for name, table in (
                ("conversations", Conversation),
                ("messages", Message),
                ("requests", Request),
                ("letters", Letter),
            )
        }
    counts |= {
        "accepted": len(ledger.accepted),
        "sent again": ledger.repeated,
        "not taken at first": ledger.refused,
        "mails": len(box.mails),
    }
    if database.dialect.name == "postgresql":
        counts["refused for want of room"] = refusals(database)
    faults = ", ".join(f"{count}x {name}" for name, count in sorted(ledger.faults.items()))
    lines = ", ".join(f"{count} {name}" for name, count in counts.items())
    broken_ = sum(map(len, found.values()))
    return (
        f"\n{database.dialect.name}: {ledger.faults.total()} faults in {seconds:.0f} s ({faults}); "
        f"{lines}; {broken_} promises broken"
    )
