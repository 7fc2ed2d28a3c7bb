"""Signing in: a password, then a code; nobody learns who has an account or how far they came."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy import select

from bot.audit.models import OfficeLog
from bot.db.session import session_scope
from bot.people.models import Account, OfficeSession, RateBucket
from bot.people.passwords import needs_rehash
from bot.people.rate_limit import CODE, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS
from bot.people.sessions import hash_token
from tests.support.people import PASSWORD
from tests.support.signing_in import MORNING, code, is_inside, later


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


def log(person) -> list[str]:
    with session_scope(person.board.engine, read_only=True) as session:
        return list(session.scalars(select(OfficeLog.kind).order_by(OfficeLog.at)))


def test_the_first_sign_in_sets_up_the_code_app_and_gives_recovery_codes(person) -> None:
    browser, secret, codes = person.set_up()
    assert is_inside(browser)
    assert len(set(codes)) == 8
    account = person.account()
    assert account.totp_secret == secret
    assert not set(codes) & set(account.recovery_hashes)
    assert account.last_signed_in_at == MORNING
    assert log(person)[-1] == "ingelogd"


@pytest.mark.parametrize("path", ["/verzoeken", "/account", "", "/wachtwoord", "/register.csv"])
def test_a_password_alone_opens_nothing(person, path: str) -> None:
    browser = person.browser()
    assert person.give_password(browser).headers["location"] == "/kantoor"
    answer = browser.get(f"/kantoor{path}")
    assert answer.headers["location"] == "/kantoor/tweede-factor"
    assert "Persoon" not in browser.get("/kantoor/tweede-factor").text


def test_with_an_app_the_password_leads_to_the_code_and_no_further(person) -> None:
    _, secret, _ = person.set_up()
    browser = person.browser()
    person.give_password(browser)
    assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/code"
    # Setting up another app instead of giving the code is no way in.
    assert browser.get("/kantoor/tweede-factor").headers["location"] == "/kantoor/code"
    answer = browser.post("/kantoor/tweede-factor", data={"code": code(secret, later(minutes=5))})
    assert answer.headers["location"] == "/kantoor/code"
    assert person.account().totp_secret == secret


def test_the_next_sign_in_asks_for_a_code(person, clock) -> None:
    _, secret, _ = person.set_up()
    clock.shift(60)
    browser = person.browser()
    person.give_password(browser)
    before = browser.cookies["kantoor"]
    answer = browser.post("/kantoor/code", data={"code": f" {code(secret, later(seconds=60))} "})
    assert answer.headers["location"] == "/kantoor"
    assert is_inside(browser)
    assert browser.cookies["kantoor"] != before
    with session_scope(person.board.engine, read_only=True) as session:
        assert session.get(OfficeSession, hash_token(before)) is None


def test_a_code_works_once_and_none_before_it(person, clock) -> None:
    _, secret, _ = person.set_up()
    clock.shift(60)
    used = code(secret, later(seconds=60))
    first, second = person.browser(), person.browser()
    for browser in (first, second):
        person.give_password(browser)
    assert first.post("/kantoor/code", data={"code": used}).status_code == 303
    again = second.post("/kantoor/code", data={"code": used})
    assert again.status_code == 422
    assert "al gebruikt" in again.text
    earlier = code(secret, later(seconds=30))
    assert second.post("/kantoor/code", data={"code": earlier}).status_code == 422
    assert not is_inside(second)


def test_the_code_of_the_set_up_is_used_as_well(person) -> None:
    _, secret, _ = person.set_up()
    browser = person.browser()
    person.give_password(browser)
    assert browser.post("/kantoor/code", data={"code": code(secret, MORNING)}).status_code == 422


@pytest.mark.parametrize(("seconds", "works"), [(-30, True), (30, True), (-61, False), (61, False)])
def test_a_telephone_may_be_half_a_minute_off(person, clock, seconds: int, works: bool) -> None:
    _, secret, _ = person.set_up()
    clock.shift(600)
    browser = person.browser()
    person.give_password(browser)
    shown = code(secret, later(seconds=600 + seconds))
    assert browser.post("/kantoor/code", data={"code": shown}).status_code == (
        303 if works else 422
    )


@pytest.mark.parametrize("typed", ["", "000000", "12345", "abcdef", "١٢٣٤٥٦", "x" * 5000, "é"])
def test_a_wrong_code_is_refused_and_written_down(person, clock, typed: str) -> None:
    person.set_up()
    clock.shift(60)
    browser = person.browser()
    person.give_password(browser)
    assert browser.post("/kantoor/code", data={"code": typed}).status_code == 422
    assert not is_inside(browser)
    assert log(person)[-1] == "code_mislukt"


@pytest.mark.parametrize("written", [str, str.upper, lambda text: text.replace("-", " ")])
def test_each_recovery_code_works_once(person, written) -> None:
    _, _, codes = person.set_up()
    browser = person.browser()
    person.give_password(browser)
    assert browser.post("/kantoor/code", data={"code": written(codes[3])}).status_code == 303
    assert is_inside(browser)
    again = person.browser()
    person.give_password(again)
    assert again.post("/kantoor/code", data={"code": codes[3]}).status_code == 422
    assert again.post("/kantoor/code", data={"code": codes[4]}).status_code == 303


def test_known_and_unknown_people_get_the_same_answer(person) -> None:
    person.set_up()
    with session_scope(person.board.engine) as session:
        closed = session.get_one(Account, person.board.accounts["fg"])
        closed.password_hash, closed.disabled_at = person.account().password_hash, MORNING
    answers = [
        person.give_password(person.browser(), "een verkeerd wachtwoord"),
        person.give_password(person.browser(), email="niemand@school.nl"),
        # Without a password, and closed with the right one.
        person.give_password(person.browser(), email="beheerder@school.nl"),
        person.give_password(person.browser(), email="fg@school.nl"),
    ]
    pages = {
        answer.text.replace(email, "X")
        for answer, email in zip(
            answers,
            (person.email, "niemand@school.nl", "beheerder@school.nl", "fg@school.nl"),
            strict=True,
        )
    }
    assert len(pages) == 1
    assert {answer.status_code for answer in answers} == {422}
    assert all("set-cookie" not in answer.headers for answer in answers)


def test_an_address_is_the_same_however_it_is_typed(person) -> None:
    browser = person.browser()
    answer = person.give_password(browser, email=" Administratie@SCHOOL.nl ")
    assert answer.headers["location"] == "/kantoor"


def test_after_ten_wrong_passwords_the_right_one_waits_as_well(person, clock) -> None:
    for _ in range(SIGN_IN_ACCOUNT.tries):
        assert person.give_password(person.browser(), "verkeerd wachtwoord").status_code == 422
    locked = person.give_password(person.browser())
    assert locked.status_code == 429
    assert "Wacht 2 minuten" in locked.text
    other = person.give_password(person.browser(), email="niemand@school.nl")
    assert other.status_code == 422
    clock.shift(timedelta(minutes=2))
    assert person.give_password(person.browser()).status_code == 303


def test_an_unknown_address_is_locked_out_just_the_same(person) -> None:
    statuses = [
        person.give_password(person.browser(), email="niemand@school.nl").status_code
        for _ in range(SIGN_IN_ACCOUNT.tries + 1)
    ]
    assert statuses == [422] * SIGN_IN_ACCOUNT.tries + [429]


def test_one_network_address_cannot_try_everybody(person) -> None:
    statuses = [
        person.give_password(person.browser(), email=f"persoon{number}@school.nl").status_code
        for number in range(SIGN_IN_ADDRESS.tries + 1)
    ]
    assert statuses[-1] == 429
    assert set(statuses[:-1]) == {422}


def test_a_right_password_gives_the_tries_back(person) -> None:
    for _ in range(3):
        for _ in range(SIGN_IN_ACCOUNT.tries - 1):
            person.give_password(person.browser(), "verkeerd wachtwoord")
        assert person.give_password(person.browser()).status_code == 303


def test_codes_are_limited_and_a_new_sign_in_does_not_help(person, clock) -> None:
    _, secret, codes = person.set_up()
    clock.shift(60)
    for _ in range(CODE.tries):
        browser = person.browser()
        person.give_password(browser)
        assert browser.post("/kantoor/code", data={"code": "000000"}).status_code == 422
    right = browser.post("/kantoor/code", data={"code": code(secret, later(seconds=60))})
    assert right.status_code == 429
    assert browser.post("/kantoor/code", data={"code": codes[0]}).status_code == 429


def test_limits_keep_no_address_that_can_be_read(person) -> None:
    person.give_password(person.browser(), "verkeerd wachtwoord")
    with session_scope(person.board.engine, read_only=True) as session:
        kept = repr([(b.key_hash, b.tokens) for b in session.scalars(select(RateBucket))])
    assert person.email not in kept
    assert "testclient" not in kept


def test_an_old_hash_is_made_anew_at_the_next_sign_in(person) -> None:
    with session_scope(person.board.engine) as session:
        account = session.get_one(Account, person.account().id)
        account.password_hash = PasswordHasher.from_parameters(CHEAPEST).hash(PASSWORD)
    person.give_password(person.browser())
    assert not needs_rehash(person.account().password_hash)


def test_a_very_long_password_is_no_fault(person) -> None:
    assert person.give_password(person.browser(), "x" * 100_000).status_code == 422


def test_who_waits_for_a_code_may_not_wait_all_day(person, clock) -> None:
    person.set_up()
    browser = person.browser()
    person.give_password(browser)
    clock.shift(timedelta(minutes=31))
    answer = browser.get("/kantoor/code")
    assert answer.headers["location"] == "/kantoor/inloggen"
