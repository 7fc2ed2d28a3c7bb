from __future__ import annotations

import pytest

from bot.demo.outcome import DEMO, IN_USE, NOBODY
from bot.people.demo_accounts import DEMO_LOGINS, DEMO_PASSWORD
from bot.run.first_use import runs_as_demo, wants_demo
from bot.run.processes import PROCESSES
from bot.run.welcome import welcome
from bot.settings import SettingsError

ADDRESSES = {"web": "http://127.0.0.1:8080", "engine": "http://127.0.0.1:5005"}


def said(state: str, **environment: str) -> str:
    return welcome(PROCESSES, ADDRESSES, state, environment)


def test_a_fresh_machine_shows_the_demonstration() -> None:
    assert wants_demo({})
    assert wants_demo({"DEMO": "", "WEB_PORT": "8081", "ENGINE_PORT": "5006"})


@pytest.mark.parametrize(
    "name", ["DATABASE_URL", "PUBLIC_URL", "SCHOOL_NAME", "SMTP_URL", "OIDC_ISSUER", "WEB_HOST"]
)
def test_whoever_sets_something_real_gets_none_unless_asked(name: str) -> None:
    assert not wants_demo({name: "iets"})
    assert wants_demo({name: "iets", "DEMO": "ja"})


def test_it_can_be_refused_and_a_typing_error_is_told() -> None:
    assert not wants_demo({"DEMO": "nee"})
    with pytest.raises(SettingsError, match="DEMO"):
        wants_demo({"DEMO": "misschien"})


@pytest.mark.parametrize(
    ("state", "demo", "runs"),
    [(DEMO, "ja", True), (DEMO, "nee", False), (IN_USE, "ja", False), (NOBODY, "ja", False)],
)
def test_only_a_database_of_the_demonstration_runs_as_one(state, demo, runs) -> None:
    assert runs_as_demo(state, {"DEMO": demo}) is runs


def test_the_welcome_names_office_status_page_and_a_log_in() -> None:
    text = said(DEMO)
    assert "http://127.0.0.1:8080/kantoor" in text
    assert "http://127.0.0.1:8080/status" in text
    assert all(one.email in text for one in DEMO_LOGINS)
    assert DEMO_PASSWORD in text
    assert "http://127.0.0.1:8080/demo/" in text
    assert "var/mail/" in text
    assert "var/mail/" not in said(DEMO, SMTP_URL="smtp://mail", DEMO="ja")


def test_without_people_it_tells_how_to_make_the_first() -> None:
    assert "make manager EMAIL=" in said(NOBODY, DEMO="nee")


def test_a_demonstration_that_goes_on_as_something_real_is_warned_of() -> None:
    text = said(DEMO, DEMO="nee")
    assert "Let op" in text and DEMO_PASSWORD not in text
    assert "/demo/" not in text


def test_a_real_office_is_told_nothing_more_unless_it_asked_for_a_demonstration() -> None:
    assert DEMO_PASSWORD not in said(IN_USE) and "manager" not in said(IN_USE)
    assert "DEMO=ja telt niet" in said(IN_USE, DEMO="ja")
