"""A migration that breaks on a school's data, run as it is run before every start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sqlalchemy import create_engine, text

from bot.db.schema import upgrade
from tests.logs.canary import canary
from tests.logs.house import environment_of

ROOT = Path(__file__).resolve().parents[2]
_ACCOUNT = text(
    "INSERT INTO account (id, email, name, must_change_password, totp_last_step, recovery_hashes,"
    " created_at) VALUES (:id, :email, :name, 0, 0, '[]', '2026-11-23 10:00:00')"
)


def migrate_what_breaks(folder: Path) -> None:
    """Two accounts whose addresses differ in capitals only: the next revision refuses that."""
    who, url = canary("migratie"), f"sqlite:///{folder / 'old.db'}"
    upgrade(url, "0005")
    engine = create_engine(url)
    with engine.begin() as connection:
        for number, email in enumerate((who.email, who.email.upper())):
            connection.execute(_ACCOUNT, {"id": f"{number:032x}", "email": email, "name": who.name})
    engine.dispose()
    with (folder / "migration.log").open("wb") as log:
        done = subprocess.run(
            [sys.executable, "-m", "alembic", "upgrade", "head"],
            cwd=ROOT,
            env=environment_of(url),
            stdout=log,
            stderr=log,
            check=False,
        )
    assert done.returncode != 0
