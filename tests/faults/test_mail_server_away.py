"""The mail server is away for an hour of the clock: every letter comes after it, once, in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.db.session import session_scope
from bot.outbox.models import OutboxMessage
from bot.outbox.states import SENT
from bot.settings import Settings
from bot.worker.channels.mail import MAYBE_TWICE
from bot.worker.deliver import deliver_one
from tests.support.mail_server import mail_server
from tests.support.office import do, file_at, make_school
from tests.support.requests import NOW, SETTINGS

REQUESTS, MINUTE = 12, timedelta(minutes=1)


def test_an_hour_without_a_mail_server(engine) -> None:
    with session_scope(engine) as session:
        school = make_school(session)
        for number in range(REQUESTS):
            request = file_at(session, school, subject=f"Map {number}")
            do(session, request, "bevestigen")
            do(session, request, "vraag_stellen", note="Welk jaar?")
    with mail_server() as (_, gone):
        pass
    for minute in range(61):
        deliver_all(engine, gone, minute)
    assert states(engine) != {SENT: 2 * REQUESTS}
    with mail_server() as (box, url):
        # Nobody presses anything; the longest that it waits by itself is an hour.
        for minute in range(61, 61 + 65):
            deliver_all(engine, url, minute)
    assert states(engine) == {SENT: 2 * REQUESTS}
    assert len({mail["Message-ID"] for mail in box.mails}) == len(box.mails) == 2 * REQUESTS
    # It was never reached, so nobody can have had a letter already.
    assert [mail[MAYBE_TWICE] for mail in box.mails] == [None] * len(box.mails)
    assert in_order(engine, [mail["Message-ID"] for mail in box.mails])


def deliver_all(engine, url: str, minute: int) -> None:
    settings: Settings = replace(SETTINGS, smtp_url=url, mail_from="dossier@bestuur.nl")
    now = NOW + timedelta(days=1) + minute * MINUTE
    while deliver_one(engine, settings, lambda: now):
        pass


def states(engine) -> Counter[str]:
    with session_scope(engine, read_only=True) as session:
        return Counter(session.scalars(select(OutboxMessage.state)))


def in_order(engine, identities: list[str]) -> bool:
    """Of each lane the first before the second."""
    came = {one.strip("<>").partition("@")[0]: place for place, one in enumerate(identities)}
    with session_scope(engine, read_only=True) as session:
        rows = session.scalars(
            select(OutboxMessage).order_by(OutboxMessage.lane, OutboxMessage.position)
        ).all()
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return all(came[str(first.id)] < came[str(second.id)] for first, second in pairs)
