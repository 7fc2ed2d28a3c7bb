"""What makes up for old parts of the engine stands in the files that start it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import psycopg
import pytest
import yaml

from tests.support.postgresql import postgresql_url

__all__ = ["postgresql_url"]

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose" / "compose.yml").read_text(encoding="utf-8"))
OURS = ("migrate", "web", "actions", "worker", "engine-1", "engine-2")
ENGINES = ("engine-1", "engine-2")
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
HARDENING = {
    "NoNewPrivileges": "true",
    "CapabilityBoundingSet": "",
    "ProtectSystem": "strict",
    "ProtectHome": "true",
    "PrivateTmp": "true",
    "PrivateDevices": "true",
    "RestrictNamespaces": "true",
    "SystemCallFilter": "@system-service",
    "UMask": "0077",
}


def settings(unit: Path) -> dict[str, list[str]]:
    """Key -> its values, in the order of the file."""
    found: dict[str, list[str]] = {}
    for key, value in re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(key, []).append(value)
    return found


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_reaches_an_internal_network_only(name: str) -> None:
    assert COMPOSE["services"][name]["networks"] == ["language"]
    assert COMPOSE["networks"]["language"] == {"internal": True}
    assert "ports" not in COMPOSE["services"][name]


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, one in COMPOSE["services"].items() if "ports" in one] == ["proxy"]


@pytest.mark.parametrize("name", OURS)
def test_a_container_cannot_write_and_has_no_privileges(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize(
    "path", sorted((DEPLOY / "compose").glob("Dockerfile.*")), ids=lambda p: p.name
)
def test_an_image_runs_as_a_user_of_its_own(path: Path) -> None:
    users = re.findall(r"^USER (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert users == ["dossierwijzer"]


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_gets_no_way_into_the_queue(name: str) -> None:
    service = COMPOSE["services"][name]
    given = " ".join(
        [*service["secrets"], *service["environment"], *service["environment"].values()]
    )
    assert not re.search(r"\bdata_keys\b|\bdatabase_url\b|\bDATABASE_URL|amqp|REDIS", given)
    assert "env_file" not in service


def test_an_engine_unit_gets_no_way_into_the_queue() -> None:
    given = settings(DEPLOY / "systemd" / "dossierwijzer-engine@.service")
    credentials = {value.partition(":")[0] for value in given["LoadCredential"]}
    assert credentials == {
        "tracker_keys",
        "tracker_database_url",
        "actions_secret",
        "engine_secret",
    }


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_hardened(unit: Path) -> None:
    given = settings(unit)
    assert {key: given.get(key) for key in HARDENING} == {
        key: [value] for key, value in HARDENING.items()
    }
    assert given["User"][0] not in ("root", "")


def test_an_engine_unit_has_a_user_of_its_own_and_no_network() -> None:
    users = {unit.name.partition("@")[0]: settings(unit)["User"] for unit in UNITS}
    assert users.pop("dossierwijzer-engine") == ["dossierwijzer-engine"]
    assert ["dossierwijzer-engine"] not in users.values()
    given = settings(DEPLOY / "systemd" / "dossierwijzer-engine@.service")
    assert (given["IPAddressDeny"], given["IPAddressAllow"]) == (["any"], ["localhost"])


def test_the_engines_role_cannot_open_the_queue(postgresql_url: str, tmp_path: Path) -> None:
    for name in ("queue_password", "tracker_password"):
        (tmp_path / name).write_text(f"it's {name}\n")
    folder = postgresql_url.partition("host=")[2]
    where = {"PGHOST": folder, "PGUSER": "test", "SECRETS": str(tmp_path)}
    subprocess.run(["sh", DEPLOY / "postgres" / "roles.sh"], env=os.environ | where, check=True)
    own = {"dossierwijzer": "dossierwijzer", "gesprekken": "gesprekken"}
    for role, database in own.items():
        with psycopg.connect(host=folder, user=role, dbname=database) as connection:
            connection.execute("CREATE TABLE mine (word text)")
    for role, database in (("gesprekken", "dossierwijzer"), ("dossierwijzer", "gesprekken")):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(host=folder, user=role, dbname=database)
