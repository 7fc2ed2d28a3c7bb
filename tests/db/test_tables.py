"""A process of ours can write every table it knows, whatever part of bot/ it happened to import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.db.base import Base
from bot.db.tables import load_tables

ROOT = Path(__file__).resolve().parents[2]
_RESOLVE = """
import {module}
from bot.db.base import Base
from bot.db.engine import make_engine
make_engine("sqlite://")
for table in Base.metadata.tables.values():
    for key in table.foreign_keys:
        key.column
"""


@pytest.mark.parametrize("module", ["actions.registry", "bot.web.app", "bot.worker.loop"])
def test_every_table_that_is_pointed_to_is_there(module: str) -> None:
    code = _RESOLVE.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_no_module_with_tables_is_forgotten() -> None:
    load_tables()
    listed = {mapper.class_.__module__ for mapper in Base.registry.mappers}
    found = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "bot").rglob("models.py")
    }
    assert found == listed
