"""The personas of the interface: systems with keys of our school, of another one, and without."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bot import clock
from bot.api.keys import find_key, new_key, revoke
from bot.db.session import session_scope
from bot.requests.models import Destruction, Request
from bot.schools.models import School
from bot.web.app import make_app
from tests.support.office import do, file_at, make_school

API = "/api/v1"
#: Persona -> the school of its key, may it write, and was it withdrawn.
SYSTEMS = {
    "schrijver": ("regenboog", True, False),
    "lezer": ("regenboog", False, False),
    "schrijver_elders": ("ster", True, False),
    "ingetrokken": ("regenboog", True, True),
}


@dataclass
class Systems:
    """Two schools, a request at each, and a key for every persona."""

    engine: Engine
    keys: dict[str, str] = field(default_factory=dict)
    #: School -> the reference of its request.
    references: dict[str, str] = field(default_factory=dict)

    def client(self, persona: str | None = "schrijver", **options) -> TestClient:
        client = TestClient(make_app(lambda: self.engine), base_url="http://testserver", **options)
        if persona is not None:
            client.headers["authorization"] = f"Bearer {self.keys[persona]}"
        return client

    @property
    def ours(self) -> str:
        """The path of our school's request."""
        return f"{API}/requests/{self.references['regenboog']}"

    def file(self, kind: str = "inzage", school: str = "regenboog", **changed) -> str:
        """Files another request and returns its reference."""
        with session_scope(self.engine) as session:
            found = session.query(School).filter_by(slug=school).one()
            return file_at(session, found, kind, **changed).reference

    def work(self, move: str, reference: str | None = None) -> None:
        """A colleague makes a move in the office."""
        with session_scope(self.engine) as session:
            wanted = reference or self.references["regenboog"]
            do(session, session.query(Request).filter_by(reference=wanted).one(), move)

    def destroy(self, school: str = "regenboog", **changed: object) -> uuid.UUID:
        """The proof of a destruction long ago; returns the id of the request that is gone."""
        proof = {
            "request_id": uuid.uuid4(),
            "kind": "klacht",
            "outcome": "toegewezen",
            "received_on": date(2024, 1, 8),
            "closed_on": date(2024, 2, 5),
            "months": 24,
            "action": "verwijderen",
            "at": datetime(2026, 2, 6, 2, tzinfo=UTC),
        } | changed
        with session_scope(self.engine) as session:
            found = session.query(School).filter_by(slug=school).one()
            session.add(Destruction(**proof, school_id=found.id))
        return proof["request_id"]

    def version(self) -> int:
        return self.client().get(self.ours).json()["version"]


def make_systems(engine: Engine) -> Systems:
    made = Systems(engine)
    with session_scope(engine) as session:
        schools = {
            "regenboog": make_school(session),
            "ster": make_school(session, slug="ster", name="De Ster"),
        }
        for slug, school in schools.items():
            made.references[slug] = file_at(session, school).reference
        for persona, (slug, may_write, revoked) in SYSTEMS.items():
            key = new_key(
                session, schools[slug].id, name=persona, may_write=may_write, now=clock.now()
            )
            made.keys[persona] = key
            if revoked:
                revoke(find_key(session, key), clock.now())
    return made


@pytest.fixture
def systems(engine: Engine) -> Systems:
    return make_systems(engine)
