"""The personas of the office: every role, here, at another school, and nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bot import clock
from bot.db.session import session_scope
from bot.people.accounts import create_account
from bot.people.models import Account, Membership
from bot.people.roles import ADMINISTRATION, MANAGER, OFFICER, STAFF
from bot.people.sessions import start_session
from bot.web.app import make_app
from tests.support.conversations import begin_waiting
from tests.support.office import file_at, make_school

PASSWORD = "vier rustige groene fietsen"
HERE = "http://testserver"
# Every role at our school, the same at another one, and for the whole board.
PERSONAS = {
    "medewerker": (STAFF, "regenboog"),
    "administratie": (ADMINISTRATION, "regenboog"),
    "fg": (OFFICER, "regenboog"),
    "beheerder": (MANAGER, "regenboog"),
    "medewerker_elders": (STAFF, "ster"),
    "administratie_elders": (ADMINISTRATION, "ster"),
    "fg_elders": (OFFICER, "ster"),
    "beheerder_elders": (MANAGER, "ster"),
    "medewerker_bestuur": (STAFF, None),
    "administratie_bestuur": (ADMINISTRATION, None),
    "fg_bestuur": (OFFICER, None),
    "beheerder_bestuur": (MANAGER, None),
    "zonder_rol": (None, None),
}


@dataclass
class Board:
    """A board with two schools, and one request and one conversation at the first; ids by name."""

    engine: Engine
    reference: str = ""
    conversation: str = ""
    schools: dict = field(default_factory=dict)
    accounts: dict = field(default_factory=dict)

    def browser(self, persona: str | None = None, **options) -> TestClient:
        """A browser; signed in as a persona unless it is nobody's."""
        client = TestClient(make_app(lambda: self.engine), follow_redirects=False, **options)
        client.headers["origin"] = HERE
        if persona is not None:
            with session_scope(self.engine) as session:
                account = session.get(Account, self.accounts[persona])
                token = start_session(session, account, complete=True, now=clock.now())
            client.cookies.set("kantoor", token, path="/kantoor")
        return client


def add_person(session, persona: str, role: str | None, school_id, now: datetime) -> Account:
    account = create_account(
        session,
        email=f"{persona.replace('_', '-')}@school.nl",
        name=f"Persoon {persona}",
        password=None,
        now=now,
    )
    if role is not None:
        account.memberships = [Membership(role=role, school_id=school_id)]
    session.flush()
    return account


@pytest.fixture
def board(engine: Engine) -> Board:
    return make_board(engine)


def make_board(engine: Engine) -> Board:
    with session_scope(engine) as session:
        schools = {
            "regenboog": make_school(session),
            "ster": make_school(session, slug="ster", name="De Ster"),
        }
        request = file_at(session, schools["regenboog"])
        made = Board(engine, reference=request.reference)
        made.conversation = str(begin_waiting(session, schools["regenboog"]).id)
        made.schools = {slug: school.id for slug, school in schools.items()}
        for persona, (role, slug) in PERSONAS.items():
            school_id = made.schools[slug] if slug else None
            account = add_person(session, persona, role, school_id, clock.now())
            made.accounts[persona] = account.id
    return made
