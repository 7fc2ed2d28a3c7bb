"""Settings come from the environment, and a wrong one says what to do."""

from __future__ import annotations

import pytest

from bot.settings import SettingsError, load_settings


def test_nothing_set_gives_an_embedded_database_and_four_weeks() -> None:
    settings = load_settings({})
    assert settings.database_url == "sqlite:///var/dossierwijzer.db"
    assert settings.complaint_term_weeks == 4
    assert settings.timezone.key == "Europe/Amsterdam"


def test_an_empty_variable_counts_as_not_set() -> None:
    settings = load_settings({"COMPLAINT_TERM_WEEKS": " ", "SCHOOL_NAME": "", "TIMEZONE": ""})
    assert settings == load_settings({})


def test_what_is_set_is_used() -> None:
    given = {"COMPLAINT_TERM_WEEKS": "6", "SCHOOL_NAME": "De Regenboog", "SCHOOL_PHONE": "020"}
    settings = load_settings(given)
    assert settings.complaint_term_weeks == 6
    assert settings.school_name == "De Regenboog"
    assert settings.school_phone == "020"


def test_a_secret_can_come_as_a_file(tmp_path) -> None:
    file = tmp_path / "database_url"
    file.write_text("postgresql://host/name\n")
    assert load_settings({"DATABASE_URL_FILE": str(file)}).database_url == "postgresql://host/name"


def test_a_file_that_is_not_there_is_named_and_not_skipped(tmp_path) -> None:
    with pytest.raises(SettingsError, match="SMTP_URL_FILE"):
        load_settings({"SMTP_URL_FILE": str(tmp_path / "weg")})


@pytest.mark.parametrize("weeks", ["vier", "0", "-1", "4.5", "53"])
def test_an_impossible_complaint_term_names_its_variable(weeks: str) -> None:
    with pytest.raises(SettingsError, match="COMPLAINT_TERM_WEEKS"):
        load_settings({"COMPLAINT_TERM_WEEKS": weeks})


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc"])
def test_an_unknown_time_zone_names_its_variable(zone: str) -> None:
    with pytest.raises(SettingsError, match="TIMEZONE"):
        load_settings({"TIMEZONE": zone})


def test_engines_are_one_on_this_machine_unless_they_are_named() -> None:
    assert load_settings({}).engine_urls == ("http://127.0.0.1:5005",)
    assert load_settings({"ENGINE_PORT": "6005"}).engine_urls == ("http://127.0.0.1:6005",)
    named = load_settings({"ENGINE_URLS": "http://a:1/, http://b:2"})
    assert named.engine_urls == ("http://a:1", "http://b:2")
    with pytest.raises(SettingsError, match="ENGINE_URLS"):
        load_settings({"ENGINE_URLS": "127.0.0.1:5005"})


@pytest.mark.parametrize("value", ["0", "-1", "veel", "1.5", "4000"])
def test_a_chat_is_kept_a_number_of_days(value: str) -> None:
    assert load_settings({"CHAT_DAYS": "14"}).chat_days == 14
    with pytest.raises(SettingsError, match="CHAT_DAYS"):
        load_settings({"CHAT_DAYS": value})


def test_networks_for_webhooks_are_named_one_by_one() -> None:
    networks = load_settings({"WEBHOOK_NETWORKS": "10.20.0.0/16, 192.168.7.4"}).webhook_networks
    assert [str(network) for network in networks] == ["10.20.0.0/16", "192.168.7.4/32"]
    assert load_settings({}).webhook_networks == ()
    with pytest.raises(SettingsError, match="WEBHOOK_NETWORKS"):
        load_settings({"WEBHOOK_NETWORKS": "ons netwerk"})
