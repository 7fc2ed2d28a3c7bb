"""Back-up and restore of all data: the queue with its conversations, and the trackers.

The keys are not in it: whoever finds a back-up cannot read it, and whoever restores needs both.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import URL

from bot.admin.failure import AdminFailed
from bot.admin.trackers import tracker_url
from bot.db.engine import absolute_url
from bot.settings import load_settings

_NAMES = ("wachtrij", "gesprekken")


def make_backup(target: Path) -> str:
    """Writes one file that holds both databases as they are at one moment each."""
    if target.exists():
        raise AdminFailed(f"{target.name} bestaat al. Kies een andere naam.")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        parts = [_save(url, Path(folder) / name) for name, url in _databases().items()]
        unfinished = Path(folder) / "back-up"
        with tarfile.open(unfinished, "w:gz") as archive:
            for part in parts:
                archive.add(part, arcname=part.name)
        unfinished.chmod(0o600)
        unfinished.replace(target)
    return f"{target.name} is klaar. Bewaar hem apart van het sleutelbestand."


def restore_backup(source: Path) -> str:
    """Puts both databases back into empty places. Raises AdminFailed rather than overwrite."""
    databases = _databases()
    for url in databases.values():
        _check_empty(url)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(source, "r:gz") as archive:
                archive.extractall(folder, filter="data")
        except (OSError, tarfile.TarError) as error:
            raise AdminFailed(f"{source.name} is geen back-up van Dossierwijzer.") from error
        saved = [_saved(Path(folder), name) for name in databases]
        for url, part in zip(databases.values(), saved, strict=True):
            _load(url, part)
    return "De gegevens staan er weer. Zet het sleutelbestand terug en start de processen."


def _databases(environment: Mapping[str, str] | None = None) -> dict[str, URL]:
    urls = (absolute_url(load_settings().database_url), tracker_url(environment))
    return dict(zip(_NAMES, urls, strict=True))


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _save(url: URL, part: Path) -> Path:
    if not _is_sqlite(url):
        part = part.with_suffix(".pg")
        _run(["pg_dump", "--format=custom", "--no-owner", f"--file={part}"], url)
        return part
    part = part.with_suffix(".db")
    if not Path(url.database or "").exists():
        raise AdminFailed(f"De database {Path(url.database or '').name} is er niet.")
    # SQLite's own way: whole and consistent, while others write.
    with sqlite3.connect(str(url.database)) as from_, sqlite3.connect(part) as to:
        from_.backup(to)
    from_.close()
    to.close()
    return part


def _saved(folder: Path, name: str) -> Path:
    found = [part for part in folder.iterdir() if part.stem == name]
    if len(found) != 1:
        raise AdminFailed("Deze back-up is niet heel: er ontbreekt een database.")
    return found[0]


def _load(url: URL, part: Path) -> None:
    if _is_sqlite(url) != (part.suffix == ".db"):
        raise AdminFailed("Deze back-up is van een andere soort database dan DATABASE_URL noemt.")
    if not _is_sqlite(url):
        _run(["pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", part], url)
        return
    place = Path(str(url.database))
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(part, place)


def _check_empty(url: URL) -> None:
    if _is_sqlite(url):
        if Path(str(url.database)).exists():
            raise AdminFailed(
                f"{Path(str(url.database)).name} bestaat al en wordt niet overschreven. "
                "Stop de processen en zet het bestand eerst opzij."
            )
        return
    listed = _run(["psql", "--tuples-only", "--no-align", "--command=\\dt"], url)
    if "|table|" in listed:
        raise AdminFailed("De database is niet leeg en wordt niet overschreven. Maak een nieuwe.")


def _run(command: list[str | Path], url: URL) -> str:
    """PostgreSQL's own programs; the password goes by the environment and not by the process list."""
    environment = os.environ | {"PGPASSWORD": url.password or "", "PGCONNECT_TIMEOUT": "10"}
    plain = url.set(drivername="postgresql", password=None).render_as_string()
    words = [*map(str, command), f"--dbname={plain}"]
    try:
        done = subprocess.run(
            words, env=environment, capture_output=True, text=True, check=False, timeout=3600
        )
    except FileNotFoundError as error:
        raise AdminFailed(f"{words[0]} ontbreekt: installeer postgresql-client.") from error
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines()
        raise AdminFailed(f"{words[0]} lukte niet: {lines[-1] if lines else done.returncode}")
    return done.stdout
