"""Every threat has a control that exists and a test that exists, on every arrow of the design."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.security.naming import exists, named_in

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "security" / "threat_model.md").read_text(encoding="utf-8")
STRIDE = set("STRIDE")
ARROWS = re.findall(r"^### \d+\. (.+)$", DOCUMENT, re.MULTILINE)
PARTS = re.split(r"^### \d+\. .+$", DOCUMENT, flags=re.MULTILINE)[1:]
NOT_COVERED = "—"


def rows(part: str) -> list[list[str]]:
    """(threats, what could happen, control, test) of each row."""
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] != "threat"]


ROWS = [row for part in PARTS for row in rows(part)]


@pytest.mark.parametrize("part", PARTS, ids=ARROWS)
def test_every_kind_of_threat_was_thought_of_on_each_arrow(part: str) -> None:
    found = {letter for row in rows(part) for letter in row[0].split(", ")}
    # A back-up is a file: nobody acts in it, and it gives nobody rights.
    missing = {"R", "E"} if part is PARTS[-1] else set()
    assert found == STRIDE - missing


@pytest.mark.parametrize("row", ROWS, ids=[row[1][:60] for row in ROWS])
def test_every_threat_has_a_test_or_is_said_not_to_be_covered(row: list[str]) -> None:
    assert len(row) == 4
    if row[3] == NOT_COVERED:
        assert row[2].startswith("Not covered")
    else:
        assert all("::" in name for name in named_in(row[3])) and named_in(row[3])


@pytest.mark.parametrize("name", named_in(DOCUMENT))
def test_what_is_named_exists(name: str) -> None:
    assert exists(name), name


def test_what_is_not_covered_is_said() -> None:
    _, _, honest = DOCUMENT.partition("## What is not covered")
    assert "Root on the machine" in honest and "key file" in honest
