"""The audit passes on what is accepted only, and never when it could not look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.setup import audit

PACKAGE = {"name": "sanic", "version": "21.12.2"}
ADVISORY = {"id": "LIJST-1", "aliases": ["ANDERS-7"], "fix_versions": ["22.1"]}


def report(*vulnerabilities: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": [{**PACKAGE, "vulns": list(vulnerabilities)}]}


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Lets pip-audit say this for both environments, with these accepted risks."""

    def say(said: str, accepted: str = "[]") -> int:
        program = tmp_path / "uv"
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{said}\nEND\n")
        program.chmod(0o755)
        (tmp_path / "accepted.json").write_text(accepted)
        monkeypatch.setattr(audit, "find_uv", lambda: program)
        monkeypatch.setattr(audit, "ACCEPTED", tmp_path / "accepted.json")
        return audit.main()

    return say


def test_nothing_known_is_a_pass(reported) -> None:
    assert reported('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}') == 0


def test_something_new_is_told_with_where_it_is_mended(capsys) -> None:
    assert audit.tell("engine", report(ADVISORY), {}) == audit.OTHERS
    assert "sanic 21.12.2: LIJST-1 ANDERS-7; hersteld in: 22.1" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["LIJST-1", "ANDERS-7"])
def test_what_is_accepted_passes_under_each_of_its_names(name: str) -> None:
    assert audit.tell("engine", report(ADVISORY), {name: "sanic"}) == audit.NONE_OTHER


def test_accepted_for_one_package_is_not_accepted_for_another() -> None:
    accepted = audit.accepted_names([{"package": "aiohttp", "advisories": ["LIJST-1"]}])
    assert audit.tell("engine", report(ADVISORY), accepted) == audit.OTHERS


def test_a_package_that_could_not_be_looked_up_is_no_pass(capsys) -> None:
    skipped = {"name": "rasa", "skip_reason": "Dependency not found on PyPI"}
    seen = report()
    seen["dependencies"].append(skipped)
    assert audit.tell("engine", seen, {}) == audit.UNKNOWN
    assert "NIET GECONTROLEERD" in capsys.readouterr().out


@pytest.mark.parametrize("said", ["", "ConnectionError", "{"])
def test_no_report_is_no_pass(reported, capsys, said: str) -> None:
    assert reported(said) == audit.UNKNOWN
    assert "NIET GECONTROLEERD" in capsys.readouterr().err
