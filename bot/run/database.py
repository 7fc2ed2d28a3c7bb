"""Brings the database up to date before anything uses it."""

from __future__ import annotations

import os
import sys

from bot.encryption.keys import ensure_key_file
from bot.setup.commands import run_logged
from bot.setup.paths import VAR

FAILURE = (
    "De database kon niet worden bijgewerkt; er is niets gestart.\n"
    "Klopt DATABASE_URL, en kan deze gebruiker daar schrijven?"
)


def migrate() -> None:
    """Run the migrations. Raises SetupFailed."""
    VAR.mkdir(exist_ok=True)
    if not os.environ.get("DATA_KEYS"):
        ensure_key_file()
    command = [sys.executable, "-m", "alembic", "upgrade", "head"]
    run_logged(command, log="database.log", failure=FAILURE, environment=os.environ)
