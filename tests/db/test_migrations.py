"""The migrations make exactly the tables that the models describe."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import Engine, inspect

from bot.db.base import Base
from bot.db.engine import make_engine
from bot.db.schema import downgrade, migration_config, upgrade
from bot.db.tables import load_tables


def test_models_and_migrations_agree(engine: Engine) -> None:
    load_tables()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_alembic_itself_sees_no_difference(database_url: str) -> None:
    command.check(migration_config(database_url))


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    upgrade(database_url)
    upgrade(database_url)


def test_the_way_down_leaves_no_table_behind(database_url: str) -> None:
    downgrade(database_url, "base")
    engine = make_engine(database_url)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_an_unknown_revision_is_refused(database_url: str) -> None:
    with pytest.raises(CommandError):
        upgrade(database_url, "9999")


def test_the_settings_database_is_used_when_no_other_is_named(
    tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/from_settings.db"
    monkeypatch.setenv("DATABASE_URL", url)
    config = migration_config(url)
    del config.attributes["database_url"]
    command.upgrade(config, "head")
    engine = make_engine(url)
    assert "request" in inspect(engine).get_table_names()
    engine.dispose()


def test_a_migration_that_fails_halfway_leaves_the_old_tables(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    def broken(name: str) -> None:
        raise RuntimeError("the disk is full")

    engine = make_engine(database_url)
    before = inspect(engine).get_table_names()
    drop, dropped = op.drop_table, []

    def drop_one_then_break(name: str) -> None:
        broken(name) if dropped else drop(name)
        dropped.append(name)

    monkeypatch.setattr(op, "drop_table", drop_one_then_break)
    with pytest.raises(RuntimeError):
        downgrade(database_url, "base")
    assert len(dropped) == 1
    assert inspect(engine).get_table_names() == before
    engine.dispose()
