from __future__ import annotations

from pathlib import Path

import pytest

from bot.run import plan
from bot.run.failure import RunFailed
from bot.run.processes import ACTIONS, ENGINE_PROCESS, PROCESSES

PORTS = {"ACTIONS_PORT": 6055, "ENGINE_PORT": 6005, "WEB_PORT": 6080}


def test_the_engine_runs_the_model_on_loopback_and_on_its_port() -> None:
    command = plan.command(ENGINE_PROCESS, PORTS, "var/models/abc.tar.gz")
    text = " ".join(command)
    assert "-m bot.engine.serve --model var/models/abc.tar.gz" in text
    assert text.endswith("-i 127.0.0.1 -p 6005")
    assert "--enable-api" not in text and "--cors" not in text


def test_engine_and_actions_share_a_secret_and_nobody_else_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ACTIONS_SECRET", "van buiten")
    made = plan.environments(PROCESSES, PORTS)
    secret = made["engine"]["ACTIONS_SECRET"]
    assert secret == made["actions"]["ACTIONS_SECRET"] != "van buiten"
    assert len(secret) >= 32
    assert not any("ACTIONS_SECRET" in made[name] for name in ("web", "worker"))


def test_only_who_talks_to_the_engine_knows_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGINE_SECRET", "van buiten")
    made = plan.environments(PROCESSES, PORTS)
    secret = made["engine"]["ENGINE_SECRET"]
    # The worker lets the engine forget what was erased.
    assert secret == made["web"]["ENGINE_SECRET"] == made["worker"]["ENGINE_SECRET"]
    assert secret != "van buiten"
    assert "ENGINE_SECRET" not in made["actions"]


def test_each_run_has_a_secret_of_its_own() -> None:
    first, second = (plan.environments([ACTIONS], PORTS) for _ in range(2))
    assert first["actions"]["ACTIONS_SECRET"] != second["actions"]["ACTIONS_SECRET"]


def test_every_process_knows_all_ports_and_sends_nothing_home() -> None:
    for environment in plan.environments(PROCESSES, PORTS).values():
        assert environment["ACTIONS_PORT"] == "6055"
        assert environment["ENGINE_PORT"] == "6005"
        assert environment["RASA_TELEMETRY_ENABLED"] == "false"


def test_without_a_model_it_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "MODELS", tmp_path)
    monkeypatch.setattr(plan, "check_free", lambda *_: None)
    with pytest.raises(RunFailed, match="make train"):
        plan.plan(PROCESSES)


def test_everything_but_the_web_process_stays_on_loopback() -> None:
    assert {process.host for process in PROCESSES if process.name != "web"} == {"127.0.0.1"}
