"""Puts every encrypted value under the newest key, while everything else goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Engine, LargeBinary, Table, and_, literal, select, type_coerce, update
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import Text, TypeEngine

from bot.db.base import Base
from bot.db.tables import load_tables
from bot.encryption.cipher import is_newest, renew
from bot.encryption.columns import EncryptedBytes, EncryptedDate, EncryptedJson, EncryptedText

_ENCRYPTED = (EncryptedText, EncryptedDate, EncryptedJson, EncryptedBytes)
Tokens = dict[str, bytes]


def encrypted_columns() -> dict[Table, list[str]]:
    """Table -> the names of its encrypted columns."""
    load_tables()
    found = {
        table: [column.name for column in table.columns if isinstance(column.type, _ENCRYPTED)]
        for table in Base.metadata.sorted_tables
    }
    return {table: names for table, names in found.items() if names}


def renew_all(engine: Engine) -> int:
    """Renews what is under an older key, a row at a time; returns how many values that were.

    Stopped halfway it goes on where it was. A row that changes meanwhile is left to that change,
    which uses the newest key. Raises Unreadable for a value that no key opens.
    """
    return sum(_renew(engine, *row) for row in _old_rows(engine))


def count_old(engine: Engine) -> int:
    """How many values the newest key does not open."""
    return sum(len(tokens) for _, _, tokens in _old_rows(engine))


def _old_rows(engine: Engine) -> Iterator[tuple[Table, Sequence[object], Tokens]]:
    """Table, primary key, and the values under an older key, for each row that has any."""
    for table, names in encrypted_columns().items():
        with engine.connect() as connection:
            keys = connection.execute(select(*table.primary_key)).all()
        for key in keys:
            tokens = _tokens(engine, table, key, names)
            old = {name: token for name, token in tokens.items() if not is_newest(token)}
            if old:
                yield table, key, old


def _tokens(engine: Engine, table: Table, key: Sequence[object], names: list[str]) -> Tokens:
    stored = [type_coerce(table.c[name], _raw(table, name)) for name in names]
    with engine.connect() as connection:
        row = connection.execute(select(*stored).where(_same(table, key))).one_or_none()
    values = zip(names, row or [None] * len(names), strict=True)
    return {name: _bytes(value) for name, value in values if value is not None}


def _renew(engine: Engine, table: Table, key: Sequence[object], old: Tokens) -> int:
    unchanged = [
        type_coerce(table.c[name], _raw(table, name)) == _stored(table, name, token)
        for name, token in old.items()
    ]
    new = {name: _stored(table, name, renew(token)) for name, token in old.items()}
    with engine.begin() as connection:
        statement = update(table).where(_same(table, key), *unchanged)
        done = connection.execute(statement.values(new))
    return len(old) if done.rowcount == 1 else 0


def _stored(table: Table, name: str, token: bytes) -> ColumnElement:
    raw = _raw(table, name)
    return literal(token if isinstance(raw, LargeBinary) else token.decode(), raw)


def _raw(table: Table, name: str) -> TypeEngine:
    """The type without the encryption around it."""
    return LargeBinary() if isinstance(table.c[name].type, EncryptedBytes) else Text()


def _bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else bytes(value)


def _same(table: Table, key: Sequence[object]) -> ColumnElement[bool]:
    return and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))
