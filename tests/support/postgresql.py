"""A PostgreSQL of our own for a test: in a folder, on a socket in it, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.db.engine import make_engine
from bot.db.schema import upgrade
from tests.support.programs import leave_out

_PLENTY = 4 * 1024**3
_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def as_owner(*command: str | Path) -> None:
    """Runs it as the account that the server runs as."""
    # PostgreSQL refuses to run as root; the package made an account for it.
    as_other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    prefix = as_other if os.geteuid() == 0 else []
    subprocess.run([*prefix, *map(str, command)], check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    with postgresql_server() as url:
        yield url


def _in_memory() -> Path | None:
    """Where nothing waits for a disk, if there is plenty of it."""
    memory = Path("/dev/shm")
    plenty = memory.is_dir() and shutil.disk_usage(memory).free > _PLENTY
    return memory if plenty else None


@contextmanager
def postgresql_server(*options: str) -> Iterator[str]:
    """Its URL; when the block ends nothing of it is left. `options` are of initdb."""
    if not _BINARIES:
        leave_out("PostgreSQL is not installed: see .ci/packages")
    tools = _BINARIES[-1].parent
    # A socket's path may have 107 bytes: pytest's own folders are too long.
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=_in_memory()))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    try:
        as_owner(tools / "initdb", "-D", data, "-U", "test", "--no-sync", "--auth=trust", *options)
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        as_owner(tools / "pg_ctl", "-D", data, "-w", "-o", settings, "-l", folder / "log", "start")
        try:
            yield f"postgresql+psycopg://test@/postgres?host={folder}"
        finally:
            as_owner(tools / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def postgresql(postgresql_url: str) -> Iterator[Engine]:
    """An engine on a database with our tables, shared by the tests of one file."""
    upgrade(postgresql_url)
    engine = make_engine(postgresql_url)
    yield engine
    engine.dispose()
