"""A signed-in browser: known by a hash, out after an hour, out everywhere on a new password."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from bot.db.session import session_scope
from bot.people.demo_accounts import DEMO_LOGINS
from bot.people.models import Account, OfficeSession
from bot.people.sessions import hash_token
from tests.support.people import PASSWORD
from tests.support.signing_in import MORNING, is_inside

NEW = "zeven paarse ballonnen"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


def change(browser, old: str = PASSWORD, new: str = NEW, again: str | None = None):
    data = {"oud": old, "nieuw": new, "nogmaals": new if again is None else again}
    return browser.post("/kantoor/wachtwoord", data=data)


def sessions(person) -> list[OfficeSession]:
    with session_scope(person.board.engine, read_only=True) as session:
        return list(session.scalars(select(OfficeSession)))


def test_a_copy_of_the_database_signs_nobody_in(person) -> None:
    browser, _, _ = person.set_up()
    token = browser.cookies["kantoor"]
    (stored,) = sessions(person)
    assert stored.token_hash == hash_token(token)
    assert token not in repr(vars(stored))
    thief = person.browser()
    thief.cookies.set("kantoor", stored.token_hash.hex(), path="/kantoor")
    assert not is_inside(thief)


def test_the_cookie_is_for_the_office_only_and_out_of_reach_of_scripts(person) -> None:
    answer = person.give_password(person.browser())
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "Path=/kantoor" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_never_travels_in_the_open(person, monkeypatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://privacy.bestuur.nl")
    assert "Secure" in person.give_password(person.browser()).headers["set-cookie"]


def test_an_hour_without_a_click_ends_it(person, clock) -> None:
    browser, _, _ = person.set_up()
    clock.shift(timedelta(minutes=59))
    assert is_inside(browser)
    clock.shift(timedelta(minutes=59))
    assert is_inside(browser)
    clock.shift(timedelta(minutes=60))
    assert not is_inside(browser)


def test_a_working_day_is_the_longest(person, clock) -> None:
    browser, _, _ = person.set_up()
    for _ in range(19):
        clock.shift(timedelta(minutes=30))
        assert is_inside(browser)
    clock.shift(timedelta(minutes=30))
    assert not is_inside(browser)


def test_a_click_is_not_a_write_each_time(person, clock) -> None:
    browser, _, _ = person.set_up()
    clock.shift(timedelta(minutes=4))
    is_inside(browser)
    assert sessions(person)[0].seen_at == MORNING
    clock.shift(timedelta(minutes=1))
    is_inside(browser)
    assert sessions(person)[0].seen_at == MORNING + timedelta(minutes=5)


def test_signing_out_ends_it_on_our_side_too(person) -> None:
    browser, _, _ = person.set_up()
    token = browser.cookies["kantoor"]
    assert browser.post("/kantoor/uitloggen").headers["location"] == "/kantoor/inloggen"
    browser.cookies.set("kantoor", token, path="/kantoor")
    assert not is_inside(browser)
    assert sessions(person) == []


def test_a_new_password_signs_out_every_other_browser(person) -> None:
    browser, _, codes = person.set_up()
    elsewhere = person.browser()
    person.give_password(elsewhere)
    elsewhere.post("/kantoor/code", data={"code": codes[0]})
    assert is_inside(elsewhere)
    assert change(browser).headers["location"] == "/kantoor"
    assert is_inside(browser)
    assert not is_inside(elsewhere)
    assert person.give_password(person.browser()).status_code == 422
    assert person.give_password(person.browser(), NEW).status_code == 303


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"old": "verkeerd wachtwoord"}, "van nu klopt niet"),
        ({"again": "acht paarse ballonnen"}, "niet gelijk"),
        ({"new": PASSWORD}, "ander wachtwoord"),
        ({"new": "te kort"}, "minstens 12"),
        ({"new": "administratie is leuk"}, "geen naam"),
    ],
)
def test_a_change_that_cannot_be_is_refused_and_changes_nothing(person, typed, reason) -> None:
    browser, _, _ = person.set_up()
    before = person.account().password_hash
    answer = change(browser, **typed)
    assert answer.status_code == 422
    assert reason in answer.text
    assert person.account().password_hash == before
    assert is_inside(browser)


def test_whoever_finds_an_open_browser_cannot_guess_the_password_there(person) -> None:
    browser, _, _ = person.set_up()
    statuses = [change(browser, old="verkeerd wachtwoord").status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]
    assert change(browser).status_code == 429
    assert person.account().must_change_password is False


def test_a_first_password_opens_nothing_but_its_own_change(person) -> None:
    with session_scope(person.board.engine) as session:
        session.get_one(Account, person.account().id).must_change_password = True
    browser, _, _ = person.set_up()
    for path in (
        "",
        "/verzoeken",
        "/account",
        "/register.csv",
        f"/verzoek/{person.board.reference}",
    ):
        assert browser.get(f"/kantoor{path}").headers["location"] == "/kantoor/wachtwoord"
    posted = browser.post(f"/kantoor/verzoek/{person.board.reference}/notitie", data={"tekst": "x"})
    assert posted.headers["location"] == "/kantoor/wachtwoord"
    assert "tijdelijk wachtwoord" in browser.get("/kantoor/wachtwoord").text
    change(browser)
    assert is_inside(browser)


def known_to_all(person) -> None:
    """Makes the persona one of the demonstration's own accounts."""
    person.email = DEMO_LOGINS[0].email
    with session_scope(person.board.engine) as session:
        account = session.get_one(Account, person.account().id)
        account.email, account.must_change_password = person.email, True


def test_in_the_demonstration_the_known_password_is_enough(person, monkeypatch) -> None:
    monkeypatch.setenv("DEMO", "ja")
    known_to_all(person)
    browser = person.browser()
    person.give_password(browser)
    assert is_inside(browser)
    assert "Demonstratie" in browser.get("/kantoor/verzoeken").text


def test_a_session_of_the_demonstration_is_no_way_in_afterwards(person, monkeypatch) -> None:
    monkeypatch.setenv("DEMO", "ja")
    known_to_all(person)
    browser = person.browser()
    person.give_password(browser)
    monkeypatch.setenv("DEMO", "nee")
    assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/tweede-factor"


def test_two_browsers_do_not_share_a_session(person) -> None:
    person.set_up()
    person.give_password(person.browser())
    with session_scope(person.board.engine, read_only=True) as session:
        count = session.scalar(select(func.count(OfficeSession.token_hash.distinct())))
    assert count == 2
