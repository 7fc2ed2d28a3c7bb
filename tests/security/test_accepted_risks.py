"""What we accept is written down, made up for, and not forever."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from bot import clock
from tests.security.naming import exists, named_in, table

ROOT = Path(__file__).resolve().parents[2]
RISKS = json.loads((ROOT / "requirements" / "accepted_risks.json").read_text(encoding="utf-8"))
DOCUMENT = (ROOT / "docs" / "security" / "accepted_risks.md").read_text(encoding="utf-8")
_LONGEST_DAYS = 366


def pinned(environment: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{environment}.txt").read_text(encoding="utf-8")
    pythons = (ROOT / ".python-version").read_text(encoding="utf-8").split()
    found = dict(re.findall(r"^([\w.-]+?)(?:\[[\w,]+\])?==(\S+)", text, re.MULTILINE))
    return found | {"python": ".".join(pythons[-1].split(".")[:2])}


@pytest.mark.parametrize("risk", RISKS, ids=lambda risk: risk["package"])
def test_nothing_is_accepted_for_ever(risk: dict) -> None:
    left = (date.fromisoformat(risk["until"]) - clock.today()).days
    assert 0 <= left <= _LONGEST_DAYS, "look at it again: raise the package, or say why not"


@pytest.mark.parametrize("risk", RISKS, ids=lambda risk: risk["package"])
def test_a_version_that_changed_is_looked_at_again(risk: dict) -> None:
    assert pinned(risk["environment"])[risk["package"]] == risk["version"]


def test_the_document_says_what_the_file_says() -> None:
    said = {row[0]: tuple(row[1:]) for row in table(DOCUMENT, "| package |")}
    assert said == {one["package"]: (one["version"], one["reason"], one["until"]) for one in RISKS}


def test_every_risk_is_made_up_for_by_something_that_is_shown() -> None:
    shown = {row[0] for row in table(DOCUMENT, "| name |")}
    used = {name for risk in RISKS for name in risk["compensation"]}
    assert all(risk["compensation"] for risk in RISKS)
    assert used - shown == set()


@pytest.mark.parametrize("name", named_in(DOCUMENT))
def test_what_the_document_names_exists(name: str) -> None:
    assert exists(name), name


def test_the_engine_uses_stores_of_our_own() -> None:
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    kinds = {endpoints[name]["type"] for name in ("tracker_store", "lock_store")}
    assert all(kind.startswith("bot.engine.") for kind in kinds)
    assert "event_broker" not in endpoints and "models" not in endpoints
