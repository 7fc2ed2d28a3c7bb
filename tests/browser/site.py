"""The real web process and worker on loopback, with a database and a mail server of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot import clock
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.people.models import Account
from bot.people.sessions import start_session
from bot.requests.models import Request
from bot.run.health import answers
from bot.schools.models import School
from tests.support.mail_server import Box, mail_server
from tests.support.office import make_school
from tests.support.people import add_person
from tests.support.programs import free_port
from tests.support.requests import answers_for, file

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
_LINK = re.compile(r"https?://\S+/status/link/\S+")


@dataclass
class Site:
    """Where it is, what is in it, and what it mailed."""

    address: str
    engine: Engine
    box: Box
    processes: list[subprocess.Popen] = field(default_factory=list)

    def file(
        self,
        kind: str,
        *,
        email: str,
        slug: str = "regenboog",
        now: datetime | None = None,
        **other,
    ) -> str:
        """Files a request of this kind as the chat does, and returns its reference."""
        with session_scope(self.engine) as session:
            school = session.scalars(select(School).where(School.slug == slug)).one()
            answers = answers_for(kind, school=school.name, requester_email=email, **other)
            request = file(
                session,
                kind=kind,
                filing_key=f"{kind}:{email}",
                answers=answers,
                now=now or clock.now(),
            ).request
            request.school_id = school.id
            return request.reference

    @contextmanager
    def request(self, reference: str) -> Iterator[tuple[Session, Request]]:
        """The request as it stands in the database now."""
        with session_scope(self.engine, read_only=True) as session:
            yield (
                session,
                session.scalars(select(Request).where(Request.reference == reference)).one(),
            )

    def state(self, reference: str) -> tuple[str, str | None]:
        with self.request(reference) as (_, request):
            return request.state, request.outcome

    def person(self, name: str, role: str | None, slug: str | None = "regenboog") -> Account:
        """Somebody with this role, for the whole board without a school."""
        with session_scope(self.engine) as session:
            query = select(School.id).where(School.slug == slug)
            school_id = session.scalars(query).one() if slug else None
            return add_person(session, name, role, school_id, clock.now())

    def token(self, account: Account) -> str:
        """What the cookie of this person's browser holds after signing in."""
        with session_scope(self.engine) as session:
            found = session.get_one(Account, account.id)
            return start_session(session, found, complete=True, now=clock.now())

    def mails_to(self, email: str) -> list[EmailMessage]:
        return [mail for mail in self.box.mails if mail["To"] and email in mail["To"]]

    def wait_for_mails(self, email: str, count: int) -> list[EmailMessage]:
        """Waits until the worker has delivered so many to this address."""
        self.wait_until(lambda: len(self.mails_to(email)) >= count, f"{count} mails to {email}")
        return self.mails_to(email)

    def wait_for_link(self, email: str, *, after: int) -> str:
        """The one-time link in the first mail that comes after so many others."""
        text = self.wait_for_mails(email, after + 1)[after].get_body(("plain",)).get_content()
        found = _LINK.search(text)
        assert found, text
        return found.group()

    def wait_until(self, happened: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert all(one.poll() is None for one in self.processes), "a process ended by itself"
            assert time.monotonic() < deadline, f"did not happen: {what}"
            time.sleep(0.05)


def two_schools(session: Session) -> None:
    # Confirming by itself would come between the steps of a test.
    make_school(session, confirms_receipt=False)
    make_school(session, slug="ster", name="De Ster", confirms_receipt=False)


@contextmanager
def running_site(
    folder: Path,
    *,
    fill: Callable[[Session], None] = two_schools,
    public_url: str | None = None,
    demo: bool = False,
) -> Iterator[Site]:
    """Starts both processes on a new database with this in it, and stops them afterwards."""
    database_url = f"sqlite:///{folder / 'site.db'}"
    upgrade(database_url)
    engine = make_engine(database_url)
    with session_scope(engine) as session:
        fill(session)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with mail_server() as (box, smtp_url):
        site = Site(address, engine, box)
        environment = os.environ | {
            "DATABASE_URL": database_url,
            "WEB_PORT": str(port),
            "PUBLIC_URL": public_url or address,
            "SMTP_URL": smtp_url,
            "WORKER_HEARTBEAT": str(folder / "alive"),
            "DEMO": "ja" if demo else "nee",
        }
        try:
            for name in ("web", "worker"):
                site.processes.append(_start(name, environment, folder))
            is_up = answers("/health")
            site.wait_until(lambda: is_up(address), "the web process answers")
            yield site
        finally:
            for process in site.processes:
                _stop(process)
            engine.dispose()


def _start(name: str, environment: dict[str, str], folder: Path) -> subprocess.Popen:
    with (folder / f"{name}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"bot.{name}"],
            env=environment,
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )


def _stop(process: subprocess.Popen) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    process.kill()
    process.wait(10)
