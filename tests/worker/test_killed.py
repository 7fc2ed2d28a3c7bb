"""Killed outright while a mail goes out: nothing is lost, and the second mail says that it may be one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import select, update

from bot import clock
from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.outbox.delivery import LEASE
from bot.outbox.models import OutboxMessage
from tests.support.mail_server import mail_server
from tests.support.office import do, file_at, make_school

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


def start_worker(database_url: str, smtp_url: str, folder: Path) -> subprocess.Popen:
    environment = os.environ | {
        "DATABASE_URL": database_url,
        "SMTP_URL": smtp_url,
        "MAIL_FROM": "dossier@bestuur.nl",
        "WORKER_HEARTBEAT": str(folder / "alive"),
    }
    log = (folder / "worker.log").open("ab")
    return subprocess.Popen(
        [sys.executable, "-m", "bot.worker"], env=environment, cwd=ROOT, stdout=log, stderr=log
    )


def wait_until(happened, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert process.poll() is None, "the worker ended by itself"
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def end(process: subprocess.Popen) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    process.wait(10)


def test_a_killed_worker_loses_no_letter_and_marks_the_second_one(database_url, tmp_path) -> None:
    engine = make_engine(database_url)
    with session_scope(engine) as session:
        request = file_at(session, make_school(session, confirms_receipt=False))
        do(session, request, "bevestigen")
        do(session, request, "vraag_stellen", note="Welk jaar?")

    def state(position: int) -> tuple[str, bool]:
        with session_scope(engine, read_only=True) as session:
            message = session.scalars(
                select(OutboxMessage).where(OutboxMessage.position == position)
            ).one()
            return message.state, message.maybe_sent_before

    with mail_server("hang") as (box, url):
        first = start_worker(database_url, url, tmp_path)
        try:
            # The server has the mail; the worker has not heard that yet.
            wait_until(lambda: box.mails, first)
        finally:
            end(first)
        assert state(1) == ("bezig", False)
    with session_scope(engine) as session:
        long_ago = clock.now() - LEASE
        claimed = update(OutboxMessage).where(OutboxMessage.state == "bezig")
        session.execute(claimed.values(claimed_at=long_ago))
    with mail_server() as (again, url):
        second = start_worker(database_url, url, tmp_path)
        try:
            wait_until(lambda: state(2)[0] == "verzonden", second)
            second.send_signal(signal.SIGTERM)
            assert second.wait(PATIENCE) == 0
        finally:
            end(second)
    assert [mail["X-Dossierwijzer-Mogelijk-Dubbel"] for mail in again.mails] == ["ja", None]
    assert again.mails[0]["Message-ID"] == box.mails[0]["Message-ID"]
    assert state(1) == ("verzonden", True)
    assert state(2) == ("verzonden", False)
    assert "mo@voorbeeld.nl" not in (tmp_path / "worker.log").read_text()
    engine.dispose()
