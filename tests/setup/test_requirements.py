"""The pinned files: every line with a hash, and no address of a registry."""

from __future__ import annotations

import re

import pytest

from bot.setup.environments import app_environment, engine_environment

FILES = [*app_environment().requirements, *engine_environment().requirements]
PIN = re.compile(r"^[a-zA-Z0-9._-]+(\[[a-z,]+\])?==", re.MULTILINE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_pin_has_a_hash_and_no_line_names_an_address(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", text).strip())
    assert [pin for pin in pins if not (PIN.match(pin) and "--hash=sha256:" in pin)] == []
