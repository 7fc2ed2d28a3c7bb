"""Signing in with the school's own account, against a real provider that is honest, lies or breaks."""

from __future__ import annotations

import threading
import time
from urllib.parse import urlencode

import httpx2
import pytest

from bot import clock
from bot.db.session import session_scope
from bot.people import oidc
from bot.people.models import Account
from tests.support.oidc_provider import CLIENT_ID, CLIENT_SECRET, oidc_provider, query_of
from tests.support.people import Board
from tests.support.signing_in import is_inside

BACK = "/kantoor/inloggen/terug"
CONFIGURATION = "/.well-known/openid-configuration"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch):
    with oidc_provider() as running:
        monkeypatch.setenv("OIDC_ISSUER", running.issuer)
        monkeypatch.setenv("OIDC_CLIENT_ID", CLIENT_ID)
        monkeypatch.setenv("OIDC_CLIENT_SECRET", CLIENT_SECRET)
        monkeypatch.setenv("OIDC_NAME", "de Kleurrijk-account")
        yield running


def leave(browser):
    """To the provider: the address that the browser is sent to."""
    answer = browser.get("/kantoor/inloggen/schoolaccount")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def come_back(browser, address: str, **changed: str):
    """Signs in at the provider and follows it back, with other parameters where a test says so."""
    to = httpx2.get(address).headers["location"]
    assert to.startswith(f"http://127.0.0.1:8080{BACK}?")
    return browser.get(f"{BACK}?{urlencode(query_of(to) | changed)}")


def sign_in(board: Board):
    browser = board.browser()
    return browser, come_back(browser, leave(browser))


def stored(board: Board, persona: str = "administratie") -> Account:
    with session_scope(board.engine, read_only=True) as session:
        return session.get_one(Account, board.accounts[persona])


def assert_refused(browser, answer) -> None:
    assert answer.status_code == 403
    assert "lukte niet. Begin opnieuw" in answer.text or "geen toegang" in answer.text
    assert "kantoor=" not in answer.headers.get("set-cookie", "")
    assert not is_inside(browser)


def test_without_a_provider_there_is_no_such_button(board: Board) -> None:
    browser = board.browser()
    assert "schoolaccount" not in browser.get("/kantoor/inloggen").text
    assert browser.get("/kantoor/inloggen/schoolaccount").status_code == 404
    assert browser.get(BACK).status_code == 404


def test_the_button_names_the_schools_account(board: Board, provider) -> None:
    page = board.browser().get("/kantoor/inloggen").text
    assert "Inloggen met de Kleurrijk-account" in page


def test_a_good_sign_in_opens_the_office_and_ties_the_account(board: Board, provider) -> None:
    browser, answer = sign_in(board)
    assert answer.headers["location"] == "/kantoor"
    assert is_inside(browser)
    account = stored(board)
    assert (account.oidc_issuer, account.oidc_subject) == (provider.issuer, "persoon-1")
    assert account.last_signed_in_at is not None
    assert "kantoor_oidc" not in browser.cookies


def test_only_what_is_needed_is_asked_of_the_provider(board: Board, provider) -> None:
    query = query_of(leave(board.browser()))
    assert query["scope"] == "openid email profile"
    assert query["response_type"] == "code"
    assert query["code_challenge_method"] == "S256"
    assert query["redirect_uri"] == f"http://127.0.0.1:8080{BACK}"
    assert CLIENT_SECRET not in repr(query)


def test_two_sign_ins_share_no_secrets(board: Board, provider) -> None:
    first, second = query_of(leave(board.browser())), query_of(leave(board.browser()))
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]


def test_once_tied_the_subject_counts_and_not_the_address(board: Board, provider) -> None:
    sign_in(board)
    provider.claims = {"email": "nieuwe.naam@school.nl"}
    browser, _ = sign_in(board)
    assert is_inside(browser)
    # Somebody else who gets the old address at the provider is not this person.
    provider.claims = {"sub": "persoon-2"}
    assert_refused(*sign_in(board))


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "van iemand anders"},
        {"nonce": None},
        {"iss": "https://elders.example"},
        {"iss": None},
        {"aud": "een ander systeem"},
        {"aud": None},
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"sub": None},
    ],
    ids="-".join,
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(board: Board, provider, claims) -> None:
    provider.claims = claims
    assert_refused(*sign_in(board))
    assert stored(board).oidc_subject is None


@pytest.mark.parametrize("signed", ["other_key", "with_secret", "not_at_all"])
def test_a_token_that_the_provider_did_not_sign_is_refused(board, provider, signed) -> None:
    provider.signed = signed
    assert_refused(*sign_in(board))


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": None},
    ],
    ids=str,
)
def test_an_address_that_the_provider_did_not_verify_names_nobody(board, provider, claims) -> None:
    provider.claims = claims
    assert_refused(*sign_in(board))


def test_an_installation_may_trust_the_addresses_of_its_provider(
    board: Board, provider, monkeypatch
) -> None:
    monkeypatch.setenv("OIDC_TRUSTS_EMAIL", "ja")
    provider.claims = {"email_verified": None, "email": "Administratie@School.nl"}
    browser, _ = sign_in(board)
    assert is_inside(browser)


def test_the_provider_makes_no_accounts(board: Board, provider) -> None:
    provider.claims = {"email": "vreemde@school.nl"}
    browser, answer = sign_in(board)
    assert_refused(browser, answer)
    assert "Vraag het aan de beheerder" in answer.text


def test_a_closed_account_stays_closed(board: Board, provider) -> None:
    with session_scope(board.engine) as session:
        session.get_one(Account, board.accounts["administratie"]).disabled_at = clock.now()
    assert_refused(*sign_in(board))
    assert stored(board).oidc_subject is None


@pytest.mark.parametrize("state", ["geraden", "", "é"])
def test_another_state_than_ours_is_refused(board: Board, provider, state: str) -> None:
    browser = board.browser()
    assert_refused(browser, come_back(browser, leave(browser), state=state))
    assert "/token" not in provider.asked


def test_an_answer_in_another_browser_is_refused(board: Board, provider) -> None:
    address = leave(board.browser())
    other = board.browser()
    assert_refused(other, come_back(other, address))


@pytest.mark.parametrize("cookie", ["", "geen json", "[]", '{"state": "x"}', '"state"'])
def test_a_cookie_that_is_not_ours_is_refused(board: Board, provider, cookie: str) -> None:
    browser = board.browser()
    browser.cookies.set("kantoor_oidc", cookie, path="/kantoor/inloggen")
    assert_refused(browser, browser.get(f"{BACK}?state=x&code=y"))


def test_somebody_who_changed_their_mind_is_told_to_begin_again(board: Board, provider) -> None:
    browser = board.browser()
    state = query_of(leave(browser))["state"]
    query = urlencode({"error": "access_denied", "state": state})
    assert_refused(browser, browser.get(f"{BACK}?{query}"))


def test_a_code_is_good_for_one_sign_in(board: Board, provider) -> None:
    browser = board.browser()
    address = leave(browser)
    to = query_of(httpx2.get(address).headers["location"])
    cookie = browser.cookies["kantoor_oidc"]
    assert browser.get(f"{BACK}?{urlencode(to)}").status_code == 303
    thief = board.browser()
    thief.cookies.set("kantoor_oidc", cookie, path="/kantoor/inloggen")
    assert_refused(thief, thief.get(f"{BACK}?{urlencode(to)}"))


@pytest.mark.parametrize("status", [404, 500, 503])
def test_a_provider_that_is_down_gives_a_page_with_the_other_way_in(
    board, provider, status
) -> None:
    provider.breaks = {CONFIGURATION: status}
    answer = board.browser().get("/kantoor/inloggen/schoolaccount")
    assert answer.status_code == 503
    assert "niet bereikbaar" in answer.text
    assert 'name="wachtwoord"' in answer.text


@pytest.mark.parametrize(
    "configuration",
    [
        {"issuer": "https://elders.example"},
        {"token_endpoint": None},
        {"authorization_endpoint": ""},
    ],
)
def test_a_provider_that_is_another_one_is_not_asked(board, provider, configuration) -> None:
    provider.configuration = configuration
    assert board.browser().get("/kantoor/inloggen/schoolaccount").status_code == 503


@pytest.mark.parametrize("path", ["/token", "/jwks"])
@pytest.mark.parametrize("status", [500, 0])
def test_a_provider_that_breaks_halfway_lets_nobody_in(
    board: Board, provider, monkeypatch, path: str, status: int
) -> None:
    monkeypatch.setattr(oidc, "_TIMEOUT_SECONDS", 0.3)
    browser = board.browser()
    address = leave(browser)
    provider.breaks = {path: status}
    answer = come_back(browser, address)
    assert answer.status_code == 503
    assert "niet bereikbaar" in answer.text
    assert not is_inside(browser)


def test_a_provider_that_hangs_is_given_up(board: Board, provider, monkeypatch) -> None:
    monkeypatch.setattr(oidc, "_TIMEOUT_SECONDS", 0.3)
    provider.breaks = {CONFIGURATION: 0}
    answer = board.browser().get("/kantoor/inloggen/schoolaccount")
    assert answer.status_code == 503


@pytest.mark.parametrize(("slow", "never_asked"), [(CONFIGURATION, "/token"), ("/token", "/jwks")])
def test_all_steps_together_have_one_time_limit(
    board: Board, provider, monkeypatch, slow: str, never_asked: str
) -> None:
    """A step that took all the time but answered: nothing more is asked."""
    browser = board.browser()
    address = leave(browser)
    provider.asked.clear()
    monkeypatch.setattr(
        "bot.time_limit.monotonic",
        lambda: time.monotonic() + (oidc._TIMEOUT_SECONDS if slow in provider.asked else 0),
    )
    answer = come_back(browser, address)
    assert answer.status_code == 503
    assert "log hieronder in" in answer.text
    assert 'name="wachtwoord"' in answer.text
    assert slow in provider.asked
    assert never_asked not in provider.asked
    assert not is_inside(browser)


def test_a_hanging_provider_keeps_nobody_else_from_writing(board, provider, monkeypatch) -> None:
    monkeypatch.setattr(oidc, "_TIMEOUT_SECONDS", 20.0)
    provider.breaks = {CONFIGURATION: 0}
    waiting = threading.Thread(
        target=lambda: board.browser().get("/kantoor/inloggen/schoolaccount")
    )
    waiting.start()
    try:
        while CONFIGURATION not in provider.asked:
            time.sleep(0.005)
        path = f"/kantoor/verzoek/{board.reference}"
        answer = board.browser("administratie").post(f"{path}/notitie", data={"tekst": "Gebeld."})
        assert answer.status_code == 303
    finally:
        provider.released.set()
        waiting.join()


def test_a_provider_that_is_gone_is_unreachable(board: Board, provider, monkeypatch) -> None:
    monkeypatch.setenv("OIDC_ISSUER", "http://127.0.0.1:9")
    assert board.browser().get("/kantoor/inloggen/schoolaccount").status_code == 503


def test_coming_back_too_often_has_to_wait(board: Board, provider) -> None:
    browser = board.browser()
    statuses = [browser.get(f"{BACK}?state=x&code=y").status_code for _ in range(51)]
    assert statuses[-1] == 429
    assert set(statuses[:-1]) == {403}
