from __future__ import annotations

from pathlib import Path

import pytest

from bot.setup import environments
from bot.setup.environments import Environment, build
from bot.setup.failure import SetupFailed


class Uv:
    """Takes the place of running uv: notes what was asked, and makes what `venv` would make."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.fails_at = ""

    def __call__(self, command: list[object], *, log: str, failure: str) -> None:
        what = str(command[1])
        self.asked.append(what)
        if what == self.fails_at:
            raise SetupFailed(failure)
        if what == "venv":
            (self.folder / "bin").mkdir(parents=True, exist_ok=True)
            (self.folder / "bin" / "python").touch()
            (self.folder / "pyvenv.cfg").write_text("version_info = 3.12.4\n")


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    requirements = tmp_path / "app.txt"
    requirements.write_text("een==1\n")
    return Environment(tmp_path / "env", (requirements,), "3.12", "test.log")


@pytest.fixture
def uv(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> Uv:
    uv = Uv(environment.folder)
    monkeypatch.setattr(environments, "run_logged", uv)
    return uv


def test_a_new_environment_is_made_and_filled(environment: Environment, uv: Uv) -> None:
    assert build(environment)
    assert uv.asked == ["venv", "pip"]


def test_a_second_build_does_nothing(environment: Environment, uv: Uv) -> None:
    build(environment)
    uv.asked.clear()
    assert not build(environment)
    assert uv.asked == []


def test_changed_requirements_are_installed_in_the_same_environment(
    environment: Environment, uv: Uv
) -> None:
    build(environment)
    uv.asked.clear()
    environment.requirements[0].write_text("een==2\n")
    assert build(environment)
    assert uv.asked == ["pip"]


@pytest.mark.parametrize("python", ["3.10", "3.1"])
def test_another_python_makes_a_new_environment(
    environment: Environment, uv: Uv, python: str
) -> None:
    build(environment)
    uv.asked.clear()
    build(environment._replace(python=python))
    assert uv.asked == ["venv", "pip"]


def test_a_python_that_went_away_makes_a_new_environment(environment: Environment, uv: Uv) -> None:
    build(environment)
    (environment.folder / "bin" / "python").unlink()
    uv.asked.clear()
    build(environment)
    assert uv.asked == ["venv", "pip"]


def test_a_build_that_broke_off_is_done_again(environment: Environment, uv: Uv) -> None:
    build(environment)
    environment.requirements[0].write_text("een==2\n")
    uv.fails_at = "pip"
    with pytest.raises(SetupFailed, match="verbinding met internet"):
        build(environment)
    environment.requirements[0].write_text("een==1\n")
    uv.fails_at = ""
    assert build(environment)


def test_a_missing_python_is_named_in_dutch_and_english(environment: Environment, uv: Uv) -> None:
    uv.fails_at = "venv"
    with pytest.raises(SetupFailed, match=r"Installeer Python 3\.12(.|\n)*install it and try"):
        build(environment)


def test_the_environments_take_the_pythons_of_the_version_file() -> None:
    newest, oldest = environments.pythons()
    assert environments.app_environment().python == newest
    assert environments.engine_environment().python == oldest
