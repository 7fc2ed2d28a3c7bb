"""A PostgreSQL that has no room: its own error for a full disk, from a table that cannot grow.

The kernel ends what a process may write to one file in the middle of a block. PostgreSQL takes that
for what it is on a disk without room: it wrote only a part (SQLSTATE 53100). Its journal goes on, as it
does on a disk of its own: it is in files of 1 MB, and the limit lies above that.
"""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from bot.encryption.cipher import encrypt
from tests.support.postgresql import as_owner

#: For initdb.
CAN_BE_FULL = ("--wal-segsize=1",)
_JOURNAL, _BLOCK = 1024 * 1024, 8192
# In the server's log each refused statement stands with its words.
_ASKED_BY_US = " /* ballast */"
#: Rows that stand in nobody's way, a few to a block: they fill the last block that there is room for.
_BALLAST = {
    "message": (
        "INSERT INTO message (conversation_id, sequence, at, author, text, pending) "
        "VALUES (:owner, :number, now(), 'systeem', :secret, false)"
    ),
    "request_event": (
        "INSERT INTO request_event (request_id, sequence, at, actor, kind, data) "
        "VALUES (:owner, :number, now(), 'systeem', 'notitie', :secret)"
    ),
    "outbox_message": (
        "INSERT INTO outbox_message (id, channel, lane, position, payload, state, attempts, "
        "maybe_sent_before, not_before, created_at) VALUES "
        "(gen_random_uuid(), 'mail', :lane, :number, :secret, 'verzonden', 1, false, now(), now())"
    ),
}
_OWNERS = {
    "message": (
        "INSERT INTO conversation (id, sender, state, last_sequence, visitor_read, staff_read, "
        "created_at, last_message_at) VALUES (:owner, :lane, 'gesloten', 0, 0, 0, now(), now())"
    ),
    "request_event": (
        "INSERT INTO request (id, reference, filing_key, kind, state, received_at, received_on, "
        "due_on, due_steps, pauses, checklist, version, relation, standing, child_name, school, "
        "requester_name, requester_email, details, created_at, updated_at) VALUES (:owner, "
        "'X-ballast', :lane, 'inzage', 'ontvangen', now(), now(), now(), '[]', '[]', '[]', 1, '', "
        "'', :secret, :secret, :secret, :secret, :secret, now(), now())"
    ),
}
_GONE = {
    "message": ("DELETE FROM conversation WHERE id = :owner",),
    "request_event": (
        "DELETE FROM request_event WHERE request_id = :owner",
        "DELETE FROM request WHERE id = :owner",
    ),
    "outbox_message": ("DELETE FROM outbox_message WHERE lane = :lane",),
}


@contextmanager
def no_room_for(database: Engine, table: str) -> Iterator[None]:
    """Until the block ends this table cannot grow, and whoever tries is told so by the server."""
    owner = uuid.uuid4()
    values = {"owner": owner, "lane": f"ballast:{owner}", "secret": _secret(1)}
    _run(database, *([_OWNERS[table]] if table in _OWNERS else []), **values)
    _limit(database, max(_JOURNAL, _whole_blocks(database, table)) + _BLOCK // 2)
    try:
        _fill(database, table, values)
        yield
    finally:
        _limit(database, "unlimited")
        _run(database, *_GONE[table], **values)


def refusals(database: Engine) -> int:
    """How many statements of our processes the server had no room for."""
    said = (_folder(database) / "log").read_text(errors="replace")
    return said.count("could not extend file") - said.count(_ASKED_BY_US)


def _fill(database: Engine, table: str, values: dict[str, object]) -> None:
    # Large ones to get there, and then small ones, for the room that those leave in their blocks.
    numbers = count(1)
    for length in (800, 1):
        with pytest.raises(OperationalError) as raised:
            while True:
                filled = values | {"number": next(numbers), "secret": _secret(length)}
                _run(database, _BALLAST[table] + _ASKED_BY_US, **filled)
        assert isinstance(raised.value.orig, psycopg.errors.DiskFull), raised.value


def _secret(length: int) -> str:
    return encrypt(b'"' + b"x" * length + b'"').decode()


def _folder(database: Engine) -> Path:
    return Path(str(database.url.query["host"]))


def _run(database: Engine, *statements: str, **values: object) -> None:
    with database.begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)


def _whole_blocks(database: Engine, table: str) -> int:
    """Bytes; half a block of an earlier time without room counts as one."""
    with database.connect() as connection:
        size = connection.execute(text("SELECT pg_relation_size(:table)"), {"table": table})
        return -(-int(size.scalar_one()) // _BLOCK) * _BLOCK


def _limit(database: Engine, size: int | str) -> None:
    """For the server and all that it has started; what it starts later has it from there."""
    server = (_folder(database) / "data" / "postmaster.pid").read_text().split()[0]
    started = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    for pid in (server, *started):
        # One that has ended by now needs no limit.
        with suppress(subprocess.CalledProcessError):
            as_owner("prlimit", "--pid", pid, f"--fsize={size}:unlimited")
