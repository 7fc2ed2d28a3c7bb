"""Builds the two environments from the pinned and hashed requirements."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import List, NamedTuple, Tuple

from bot.setup.commands import run_logged
from bot.setup.paths import APP, ENGINE, REQUIREMENTS, ROOT, python_of
from bot.setup.tools import find_uv

STAMP = ".built-from"


class Environment(NamedTuple):
    """A folder, the files that say what goes into it, and its Python ("3.12")."""

    folder: Path
    requirements: Tuple[Path, ...]
    python: str
    log: str


def pythons() -> List[str]:
    """The Pythons of `.python-version`: the app's first, the engine's last."""
    return (ROOT / ".python-version").read_text(encoding="utf-8").split()


def app_environment() -> Environment:
    files = (REQUIREMENTS / "app.txt", REQUIREMENTS / "app-dev.txt")
    return Environment(APP, files, pythons()[0], "environment-app.log")


def engine_environment() -> Environment:
    files = (REQUIREMENTS / "engine.txt", REQUIREMENTS / "engine-dev.txt")
    return Environment(ENGINE, files, pythons()[-1], "environment-engine.log")


def build(environment: Environment) -> bool:
    """Bring the environment up to date; False when it already was. Raises SetupFailed."""
    wanted = fingerprint(environment)
    stamp = environment.folder / STAMP
    if is_whole(environment) and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return False
    # Without a stamp a build that is broken off is done again.
    if stamp.exists():
        stamp.unlink()
    if not is_whole(environment):
        _create(environment)
    _install(environment)
    stamp.write_text(wanted, encoding="utf-8")
    return True


def fingerprint(environment: Environment) -> str:
    digest = hashlib.sha256(environment.python.encode("utf-8"))
    for path in environment.requirements:
        digest.update(b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_whole(environment: Environment) -> bool:
    """Has a Python of the right version that is still there."""
    try:
        settings = (environment.folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    lines = [line.partition("=") for line in settings.splitlines()]
    versions = [value.strip() for key, _, value in lines if key.strip().startswith("version")]
    right = any(version.startswith(environment.python + ".") for version in versions)
    return right and python_of(environment.folder).exists()


def _create(environment: Environment) -> None:
    command = [find_uv(), "venv", "--clear", "--python", environment.python, environment.folder]
    python = environment.python
    failure = (
        f"Python {python} staat niet op deze computer en downloaden lukte niet.\n"
        f"Installeer Python {python} (bijvoorbeeld: pyenv install {python}) en probeer opnieuw.\n"
        f"(Python {python} is missing and could not be downloaded: install it and try again.)"
    )
    run_logged(command, log=environment.log, failure=failure)


def _install(environment: Environment) -> None:
    python = python_of(environment.folder)
    command = [find_uv(), "pip", "sync", "--require-hashes", "--python", python]
    failure = (
        "De pakketten konden niet worden geïnstalleerd.\n"
        "Is er verbinding met internet? Achter een eigen spiegel: zet UV_DEFAULT_INDEX op zijn\n"
        "adres. Probeer het daarna opnieuw; wat al binnen is, wordt bewaard."
    )
    run_logged([*command, *environment.requirements], log=environment.log, failure=failure)
