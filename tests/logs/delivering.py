"""What the worker sends: to addresses that are refused, to systems that fail, with faults of its own."""

from __future__ import annotations

from sqlalchemy import Engine

from bot import clock
from bot.db.session import session_scope
from bot.outbox.targets import add_target
from bot.people.accounts import create_account
from bot.people.models import Membership
from bot.people.roles import MANAGER
from bot.settings import Settings
from tests.logs.canary import Canary, canary
from tests.support.office import do, file_at, make_school


def file_with_letters(engine: Engine, webhook: str) -> None:
    """Requests whose letters and events are on their way before the worker starts."""
    with session_scope(engine) as session:
        school = make_school(session)
        address = f"{webhook}/{canary('webhook').path}kwibus"
        add_target(session, school.id, address, clock.now(), Settings(demo=True))
        for who in (canary("brief"), canary("breektmail")):
            request = file_at(session, school, **_answers(who))
            do(session, request, "vraag_stellen", note=who.sentence)
        chief = create_account(
            session,
            email=canary("chef").email,
            name=canary("chef").name,
            password=None,
            now=clock.now(),
        )
        chief.memberships = [Membership(role=MANAGER)]


def _answers(who: Canary) -> dict[str, str]:
    return {
        "child_name": who.name,
        "child_birth_date": who.born.isoformat(),
        "requester_name": who.name,
        "requester_email": who.email,
        "requester_phone": "+316" + who.phone[3:],
        "subject": who.sentence,
    }
