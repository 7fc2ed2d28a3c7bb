"""Which model ends up in the environment, with a fake installer and the real downloader."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from bot.setup.dutch_model import Outcome, Place, ensure, installed_version
from bot.setup.stand_in import STAND_IN_VERSION
from bot.setup.wheel import NAME, VERSION, write_wheel
from tests.setup.support import Server, make_wheel

PACKAGES = "lib/python3.10/site-packages"


class Machine:
    """A folder as environment; the fake installer unpacks a wheel into it."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.place = Place(folder / "env", folder / "kept", self._install, self._make_stand_in)
        self.server = server
        self.stand_ins_made = 0

    def ensure(self, *, given: str = "", again: bool = False, release: str = "/none") -> Outcome:
        return ensure(
            self.place,
            given=given,
            again=again,
            release=self.server.address(release),
            seconds=1.5 if release in ("/hang", "/drip") else 20,
        )

    def version(self) -> str | None:
        return installed_version(self.place.environment)

    def _install(self, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as content:
            content.extractall(self.place.environment / PACKAGES)

    def _make_stand_in(self, folder: Path) -> None:
        self.stand_ins_made += 1
        meta = json.dumps({"lang": "nl", "name": "core_news_sm", "version": STAND_IN_VERSION})
        write_wheel(folder, {f"{NAME}/meta.json": meta.encode()}, version=STAND_IN_VERSION)


@pytest.fixture
def machine(tmp_path: Path, server: Server, wheel: Path) -> Machine:
    server.files["/good.whl"] = wheel.read_bytes()
    other = make_wheel(tmp_path / "other", version="3.5.0")
    server.files["/other.whl"] = other.read_bytes()
    return Machine(tmp_path, server)


def test_the_real_model_comes_from_the_release_page(machine: Machine) -> None:
    assert machine.ensure(release="/good.whl") == Outcome(VERSION, True, [])
    assert machine.version() == VERSION


def test_a_given_wheel_goes_before_the_release_page(machine: Machine, wheel: Path) -> None:
    assert machine.ensure(given=str(wheel), release="/good.whl").version == VERSION
    assert machine.server.asked == []


def test_a_given_address_goes_before_the_release_page(machine: Machine) -> None:
    machine.ensure(given=machine.server.address("/good.whl"), release="/none")
    assert machine.server.asked == ["/good.whl"]
    assert machine.version() == VERSION


def test_a_given_wheel_that_is_wrong_is_told_and_the_release_page_tried(machine: Machine) -> None:
    outcome = machine.ensure(given=machine.server.address("/other.whl"), release="/good.whl")
    assert outcome.version == VERSION
    assert [failure for failure in outcome.failures if "3.5.0" in failure]


@pytest.mark.parametrize("release", ["/none", "/hang", "/drip", "/other.whl"])
def test_without_the_real_model_the_stand_in_comes(machine: Machine, release: str) -> None:
    outcome = machine.ensure(release=release)
    assert outcome.is_stand_in and outcome.changed
    assert len(outcome.failures) == 1 and release in outcome.failures[0]
    assert machine.version() == STAND_IN_VERSION
    assert not list(machine.place.kept.glob("unchecked*"))


def test_a_refused_connection_brings_the_stand_in(machine: Machine) -> None:
    machine.server.server_close()
    assert machine.ensure(release="/good.whl").is_stand_in


def test_a_hanging_given_address_leaves_no_time_for_the_release_page(machine: Machine) -> None:
    outcome = ensure(
        machine.place,
        given=machine.server.address("/hang"),
        release=machine.server.address("/good.whl"),
        seconds=1.5,
    )
    assert outcome.is_stand_in
    assert machine.server.asked == ["/hang"]


def test_an_installed_model_is_left_alone(machine: Machine) -> None:
    machine.ensure(release="/good.whl")
    machine.server.asked.clear()
    assert machine.ensure(release="/good.whl", again=True) == Outcome(VERSION, False, [])
    assert machine.server.asked == []


def test_a_stand_in_is_remembered_without_asking_the_network(machine: Machine) -> None:
    machine.ensure(release="/none")
    machine.server.asked.clear()
    assert machine.ensure(release="/good.whl") == Outcome(STAND_IN_VERSION, False, [])
    assert machine.server.asked == []


def test_make_model_replaces_a_stand_in(machine: Machine) -> None:
    machine.ensure(release="/none")
    assert machine.ensure(release="/good.whl", again=True) == Outcome(VERSION, True, [])
    assert machine.version() == VERSION


def test_a_given_wheel_replaces_a_stand_in(machine: Machine, wheel: Path) -> None:
    machine.ensure(release="/none")
    assert machine.ensure(given=str(wheel)).version == VERSION


def test_a_second_failure_keeps_the_stand_in_that_is_there(machine: Machine) -> None:
    machine.ensure(release="/none")
    outcome = machine.ensure(release="/none", again=True)
    assert outcome.is_stand_in and not outcome.changed and outcome.failures
    assert machine.stand_ins_made == 1


def test_a_rebuilt_environment_gets_the_kept_wheel_back(machine: Machine) -> None:
    machine.ensure(release="/good.whl")
    (machine.place.environment / PACKAGES / NAME / "meta.json").unlink()
    machine.server.asked.clear()
    assert machine.ensure(release="/none").version == VERSION
    assert machine.server.asked == []
