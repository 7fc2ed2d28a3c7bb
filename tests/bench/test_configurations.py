"""The default is Rasa's own, ours is the repository's."""

from __future__ import annotations

import yaml

from bench import configurations
from bench.configurations import ours, rasa_default, suggested
from bot.setup.paths import ROOT


def test_the_default_is_rasas_suggestion_in_dutch():
    config = suggested()
    assert config["language"] == "nl"
    names = [part["name"] for part in (*config["pipeline"], *config["policies"])]
    assert {"DIETClassifier", "ResponseSelector", "TEDPolicy"} <= set(names)


def test_the_default_uses_nothing_of_ours_but_the_actions(tmp_path, monkeypatch):
    monkeypatch.setattr(configurations, "FOLDER", tmp_path)
    default = rasa_default()
    assert "bot." not in default.config.read_text()
    endpoints = yaml.safe_load(default.endpoints.read_text())
    assert set(endpoints) == {"action_endpoint"}
    assert set(endpoints["action_endpoint"]) == {"url", "headers"}
    assert default.serve == ("rasa", "run")


def test_ours_is_what_the_repository_ships():
    assert ours().config == ROOT / "config.yml"
    assert ours().endpoints == ROOT / "endpoints.yml"


def test_both_are_served_on_loopback(tmp_path):
    command = ours().command(tmp_path / "m.tar.gz", 6000)
    assert command[command.index("-i") + 1] == "127.0.0.1"
