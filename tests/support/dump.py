"""Everything in a database as text: as the program reads it, and as a thief of the file does."""

from __future__ import annotations

from sqlalchemy import Engine, inspect, select, text

from bot.db.base import Base


def readable_dump(engine: Engine) -> str:
    """Every value of every table, decrypted."""
    return "\n".join(readable_tables(engine).values())


def readable_tables(engine: Engine) -> dict[str, str]:
    """Table -> its values, decrypted."""
    with engine.connect() as connection:
        return {
            table.name: repr(connection.execute(select(table)).all())
            for table in Base.metadata.sorted_tables
        }


def stolen_dump(engine: Engine) -> str:
    """Every value of every table, as it stands in the file."""
    with engine.connect() as connection:
        names = inspect(connection).get_table_names()
        rows = [repr(connection.execute(text(f'SELECT * FROM "{name}"')).all()) for name in names]
    return "\n".join(rows)
