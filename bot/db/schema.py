"""Brings a database to the newest version of the tables, or to a named one."""

from __future__ import annotations

from alembic import command
from alembic.config import Config

from bot.settings import REPOSITORY


def migration_config(database_url: str) -> Config:
    """Alembic's configuration for one database."""
    config = Config(str(REPOSITORY / "alembic.ini"))
    config.attributes["database_url"] = database_url
    return config


def upgrade(database_url: str, revision: str = "head") -> None:
    command.upgrade(migration_config(database_url), revision)


def downgrade(database_url: str, revision: str) -> None:
    command.downgrade(migration_config(database_url), revision)
