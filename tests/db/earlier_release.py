"""Writes a board's rows as one release wrote them, and tells what today's models must read of them."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, select
from sqlalchemy.orm import Session

from bot.db.base import Base
from bot.db.tables import load_tables
from bot.encryption.cipher import encrypt
from tests.db.earlier_rows import Row, rows

#: Table -> the release since which columns of it are encrypted, and which.
_ENCRYPTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "request": (
        "0006",
        (
            *("legal_hold", "child_name", "child_birth_date", "school", "group_name"),
            *("requester_name", "requester_email", "requester_phone", "details"),
        ),
    ),
    "request_event": ("0006", ("data",)),
    "request_note": ("0006", ("author_name", "text")),
    "attachment": ("0006", ("name", "content")),
    "letter": ("0006", ("to_email", "subject", "body", "pdf")),
    "outbox_message": ("0006", ("payload",)),
    "webhook_target": ("0006", ("secret",)),
    "reading_log": ("0006", ("actor_name",)),
    "account": ("0006", ("email", "name", "totp_secret")),
    "office_session": ("0006", ("offered_secret",)),
    "conversation": ("0005", ("contact_email",)),
    "message": ("0005", ("text", "data", "payload", "understood")),
    "conversation_note": ("0005", ("text",)),
    "escalation": ("0005", ("question",)),
    "missed_question": ("0005", ("text",)),
}
#: The database numbers these itself.
_NUMBERED = {"event_place": "id"}
#: What a migration gives to rows that are older than their column.
_GIVEN: Row = {"pauses": [], "checklist": [], "version": 1, "chat": {}}
#: What a migration works out for them, so that it is as if they had always had it.
_WORKED_OUT = ("complaint_term_weeks", "closed_at", "email_hash")
_WORKED_OUT_TABLES = ("search_word", "event_place", "event_counter")
#: Before there were conversations a call for a person held what had been said: so much is known.
_KNOWN_OF_OLD_CALLS: dict[str, tuple[str, ...]] = {
    "conversation": ("sender", "state", "reason", "contact_email", "waiting_since"),
    "message": ("sequence", "at", "author", "text", "pending"),
    "escalation": ("id", "filing_key", "reason", "question", "created_at"),
}
Tables = dict[str, list[Row]]


def fill(engine: Engine, revision: str) -> None:
    """Puts rows in every table that there is; fails when one stays empty, or a column of it."""
    found = MetaData()
    with engine.begin() as connection:
        found.reflect(connection)
        for table in found.sorted_tables:
            if table.name != "alembic_version":
                _fill(connection, table, revision)


def expected(engine: Engine) -> Tables:
    """What today's models must read, once this database of an earlier release is migrated."""
    found = MetaData()
    found.reflect(engine)
    load_tables()
    return {name: _expected(name, found.tables) for name in Base.metadata.tables}


def read(session: Session, like: Tables) -> Tables:
    """Everything, by way of the models; only the columns that `like` names, in its order."""
    return {
        mapper.local_table.name: _ordered(
            {
                column.name: getattr(one, mapper.get_property_by_column(column).key)
                for column in mapper.local_table.columns
                if _is_named(column.name, like[mapper.local_table.name])
            }
            for one in session.scalars(select(mapper))
        )
        for mapper in Base.registry.mappers
    }


def _is_named(column: str, like: list[Row]) -> bool:
    return not like or column in like[0]


def _ordered(found: Iterable[Row]) -> list[Row]:
    return sorted(({name: row[name] for name in sorted(row)} for row in found), key=repr)


def _fill(connection: Connection, table: Table, revision: str) -> None:
    kept = _then(table)
    assert kept, f"{table.name} of {revision} has no rows in earlier_rows"
    names = set(table.columns.keys()) - {_NUMBERED.get(table.name)}
    empty = [name for name in names if all(row.get(name) is None for row in kept)]
    assert not empty, f"{empty} of {table.name}, {revision}, have no values in earlier_rows"
    since, encrypted = _ENCRYPTED.get(table.name, ("", ()))
    secret = encrypted if since <= revision else ()
    is_sqlite = connection.dialect.name == "sqlite"
    # The counter of events is there from its migration on.
    connection.execute(table.delete())
    connection.execute(
        table.insert(),
        [
            {
                name: _secret(row[name]) if name in secret else _plain(row[name], is_sqlite)
                for name in names
            }
            for row in kept
        ],
    )


def _then(table: Table) -> list[Row]:
    """The rows that this table could hold in its release."""
    if "transcript" in table.columns:
        return _old_calls()
    found = rows().get(table.name, [])
    if table.name == "request" and "anonymised_on" not in table.columns:
        return [row for row in found if row["anonymised_on"] is None]
    return found


def _old_calls() -> list[Row]:
    said = rows()
    talks = {row["id"]: row for row in said["conversation"]}
    return [
        call
        | {
            "conversation_id": talks[call["conversation_id"]]["sender"],
            "contact_email": talks[call["conversation_id"]]["contact_email"],
            "state": "open",
            "transcript": [
                {"who": one["author"], "text": one["text"], "at": one["at"].isoformat()}
                for one in said["message"]
                if one["conversation_id"] == call["conversation_id"]
            ],
        }
        for call in said["escalation"]
    ]


def _secret(value: Any) -> Any:
    if value is None or isinstance(value, bytes):
        return value and encrypt(value)
    if isinstance(value, date):
        return encrypt(value.isoformat().encode()).decode()
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return encrypt(text.encode()).decode()


def _plain(value: Any, is_sqlite: bool) -> Any:
    return value.hex if is_sqlite and isinstance(value, uuid.UUID) else value


def _expected(name: str, then: dict[str, Table]) -> list[Row]:
    if "conversation" not in then and name in _KNOWN_OF_OLD_CALLS and "escalation" in then:
        return _ordered(_of_old_calls(name))
    if name in then:
        return _ordered(_grown(row, then[name]) for row in _then(then[name]))
    return _ordered(rows()[name]) if name in _WORKED_OUT_TABLES else []


def _grown(row: Row, table: Table) -> Row:
    return {
        name: value if name in table.columns or name in _WORKED_OUT else _GIVEN.get(name)
        for name, value in row.items()
    }


def _of_old_calls(name: str) -> Iterable[Row]:
    called = {call["conversation_id"] for call in rows()["escalation"]}
    for row in rows()[name]:
        if row["id" if name == "conversation" else "conversation_id"] in called:
            yield {key: row[key] for key in _KNOWN_OF_OLD_CALLS[name]}
