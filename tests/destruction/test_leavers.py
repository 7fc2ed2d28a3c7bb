"""Who left is forgotten after two years: no name in any table, and what was done stays done."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, select

from bot.db.session import session_scope
from bot.destruction.leavers import FORMER_NL
from bot.destruction.run import LOGS_KEPT, forget_old_readings, forget_spent
from bot.outbox.lanes import MAIL, enqueue
from bot.outbox.models import OutboxMessage
from bot.people.accounts import create_account, disable
from bot.people.colleagues import names_of
from bot.people.models import Account, Membership
from bot.people.roles import ADMINISTRATION
from bot.people.sessions import start_session
from bot.requests.saved_views import save_view, views_of
from bot.requests.worklist import Filters
from tests.support.dump import readable_dump
from tests.support.requests import NOW, SETTINGS

CHAT_KEPT = timedelta(days=SETTINGS.chat_days)
AFTER = NOW + LOGS_KEPT + timedelta(minutes=1)


def hired(session, email: str = "els@school.example") -> Account:
    account = create_account(
        session, email=email, name="Els Vertrokken", password="vier groene fietsen", now=NOW
    )
    account.memberships = [Membership(role=ADMINISTRATION)]
    save_view(session, account.id, "klachten van Els", Filters(kind="klacht"))
    start_session(session, account, complete=True, now=NOW)
    return account


def test_a_closed_account_is_emptied_after_its_term(engine: Engine) -> None:
    with session_scope(engine) as session:
        account = hired(session)
        disable(session, account, NOW)
        actor = str(account.id)
    assert forget_old_readings(engine, SETTINGS, AFTER - timedelta(minutes=2)) == 0
    assert "Vertrokken" in readable_dump(engine)
    assert forget_old_readings(engine, SETTINGS, AFTER) == 1
    left = readable_dump(engine)
    assert [word for word in ("Vertrokken", "els@", "klachten van Els") if word in left] == []
    with session_scope(engine) as session:
        assert names_of(session, [actor]) == {actor: FORMER_NL}
    assert forget_old_readings(engine, SETTINGS, AFTER) == 0


def test_two_who_left_are_both_emptied_and_who_stayed_is_not(engine: Engine) -> None:
    with session_scope(engine) as session:
        for email in ("een@school.example", "twee@school.example"):
            disable(session, hired(session, email), NOW)
        hired(session, "drie@school.example")
    assert forget_old_readings(engine, SETTINGS, AFTER) == 2
    assert "drie@school.example" in readable_dump(engine)


def test_a_saved_view_keeps_no_words_that_were_searched(engine: Engine) -> None:
    with session_scope(engine) as session:
        account = hired(session)
        save_view(session, account.id, "mijn lijst", Filters(kind="inzage", search="Zoeknaam"))
        queries = {view.name: view.query for view in views_of(session, account.id)}
    assert queries["mijn lijst"] == "soort=inzage"


def test_a_mail_of_no_request_goes_after_its_term_delivered_or_not(engine: Engine) -> None:
    with session_scope(engine) as session:
        enqueue(
            session,
            channel=MAIL,
            lane="gesprek:1",
            payload={"to": "ouder@voorbeeld.example", "subject": "Antwoord", "text": "Dag"},
            at=NOW,
        )
    assert forget_spent(engine, SETTINGS, NOW + CHAT_KEPT) == 0
    assert forget_spent(engine, SETTINGS, NOW + CHAT_KEPT + timedelta(minutes=1)) == 1
    with session_scope(engine) as session:
        assert session.scalars(select(OutboxMessage)).all() == []
