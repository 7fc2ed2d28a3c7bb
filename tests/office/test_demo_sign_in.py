"""The known password: it opens the office during the demonstration, and elsewhere only its change."""

from __future__ import annotations

import pyotp
import pytest
from sqlalchemy import Engine, select
from starlette.testclient import TestClient

from bot import clock
from bot.db.session import session_scope
from bot.demo.people import make_people
from bot.demo.schools import make_schools
from bot.people.accounts import create_account, give_roles
from bot.people.demo_accounts import DEMO_LOGINS, DEMO_PASSWORD
from bot.people.models import Account, OfficeSession, email_hash
from bot.people.roles import ADMINISTRATION
from bot.web.app import make_app
from tests.support.people import HERE

KNOWN = DEMO_LOGINS[0].email


@pytest.fixture
def browser(engine: Engine) -> TestClient:
    with session_scope(engine) as session:
        schools = make_schools(session, clock.now(), clock.today())
        make_people(session, schools, clock.now())
    client = TestClient(make_app(lambda: engine), follow_redirects=False)
    client.headers["origin"] = HERE
    return client


def sign_in(browser: TestClient, email: str = KNOWN, password: str = DEMO_PASSWORD):
    return browser.post("/kantoor/inloggen", data={"email": email, "wachtwoord": password})


@pytest.mark.parametrize("email", [one.email for one in DEMO_LOGINS])
def test_in_the_demonstration_every_shown_account_is_in_at_once(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    monkeypatch.setenv("DEMO", "ja")
    shown = browser.get("/kantoor/inloggen").text
    assert email in shown and DEMO_PASSWORD in shown
    assert sign_in(browser, email).headers["location"] == "/kantoor"
    first = browser.get("/kantoor").headers["location"]
    assert browser.get(first).status_code == 200


def test_outside_it_the_sign_in_page_names_no_account(browser: TestClient) -> None:
    shown = browser.get("/kantoor/inloggen").text
    assert KNOWN not in shown and DEMO_PASSWORD not in shown


def test_outside_it_the_password_opens_only_its_own_change(
    browser: TestClient, engine: Engine
) -> None:
    assert sign_in(browser).status_code == 303
    assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/tweede-factor"
    set_up_code(browser, engine)
    for path in ("/verzoeken", "/mensen", "/account", "/logboek"):
        assert browser.get(f"/kantoor{path}").headers["location"] == "/kantoor/wachtwoord"


def set_up_code(browser: TestClient, engine: Engine) -> None:
    browser.get("/kantoor/tweede-factor")
    with session_scope(engine, read_only=True) as session:
        secret = session.scalars(select(OfficeSession.offered_secret)).one()
    code = pyotp.TOTP(secret).at(clock.now())
    assert browser.post("/kantoor/tweede-factor", data={"code": code}).status_code == 200


def change_password(browser: TestClient):
    new = {"oud": DEMO_PASSWORD, "nieuw": "vier rustige groene fietsen"}
    return browser.post("/kantoor/wachtwoord", data=new | {"nogmaals": new["nieuw"]})


@pytest.mark.parametrize("changed_in_time", [True, False])
def test_who_is_inside_when_the_demonstration_ends_needs_a_code_before_anything_else(
    browser: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch, changed_in_time: bool
) -> None:
    monkeypatch.setenv("DEMO", "ja")
    sign_in(browser)
    if changed_in_time:
        assert change_password(browser).headers["location"] == "/kantoor"
    assert browser.get("/kantoor/verzoeken").status_code == 200
    monkeypatch.setenv("DEMO", "nee")
    for path in ("/verzoeken", "/account", "/logboek", "/wachtwoord", ""):
        assert browser.get(f"/kantoor{path}").headers["location"] == "/kantoor/tweede-factor"
    assert change_password(browser).headers["location"] == "/kantoor/tweede-factor"
    set_up_code(browser, engine)
    if not changed_in_time:
        assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/wachtwoord"
        assert change_password(browser).headers["location"] == "/kantoor"
    assert browser.get("/kantoor/verzoeken").status_code == 200


def test_a_real_account_is_never_let_in_lightly(
    browser: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO", "ja")
    with session_scope(engine) as session:
        account = create_account(
            session, email="ans@school.nl", name="Ans", password=DEMO_PASSWORD, now=clock.now()
        )
        give_roles(session, account, [(ADMINISTRATION, None)])
    assert sign_in(browser, "ans@school.nl").status_code == 303
    assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/tweede-factor"


def test_the_page_stops_naming_a_password_that_was_changed(
    browser: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO", "ja")
    with session_scope(engine) as session:
        session.scalars(
            select(Account).where(Account.email_hash == email_hash(KNOWN))
        ).one().must_change_password = False
    assert DEMO_PASSWORD not in browser.get("/kantoor/inloggen").text
