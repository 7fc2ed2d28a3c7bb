"""The keys of this installation: from the environment or from a file, never from the database."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.fernet import Fernet

from bot.settings import REPOSITORY

DEFAULT_FILE = REPOSITORY / "var" / "keys" / "gegevens.keys"
_DATA, _SEARCH = "data", "search"


class KeysMissing(RuntimeError):
    """There is no usable key; the text tells the administrator what to do."""


@dataclass(frozen=True, slots=True)
class Keys:
    """`data`: Fernet keys, the newest first: it encrypts, all of them decrypt. `search`: 32 bytes."""

    data: tuple[bytes, ...]
    search: bytes

    def __repr__(self) -> str:
        return "Keys(...)"


@cache
def current_keys() -> Keys:
    """The keys of this process, read once. Raises KeysMissing."""
    return load_keys()


def load_keys(environment: Mapping[str, str] | None = None) -> Keys:
    """DATA_KEYS and SEARCH_KEY, else the file DATA_KEYS_FILE. Raises KeysMissing."""
    given = os.environ if environment is None else environment
    if given.get("DATA_KEYS", "").strip():
        lines = [f"{_DATA} {key}" for key in given["DATA_KEYS"].replace(",", " ").split()]
        return parse_keys([*lines, f"{_SEARCH} {given.get('SEARCH_KEY', '').strip()}"])
    path = key_file(given)
    try:
        return parse_keys(path.read_text(encoding="ascii").splitlines())
    except FileNotFoundError as error:
        raise KeysMissing(
            f"There is no key file {path.name}. A new installation makes one with "
            "`python -m bot.admin keys new`; put back the file of an existing one from its back-up."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise KeysMissing(f"The key file {path.name} cannot be read.") from error


def key_file(environment: Mapping[str, str] | None = None) -> Path:
    given = os.environ if environment is None else environment
    return Path(given.get("DATA_KEYS_FILE", "").strip() or DEFAULT_FILE)


def parse_keys(lines: list[str]) -> Keys:
    """Lines of `data <key>`, the newest first, and one of `search <key>`; `#` begins a remark."""
    data: list[bytes] = []
    search: list[bytes] = []
    for line in lines:
        words = line.partition("#")[0].split()
        if len(words) == 2 and words[0] in (_DATA, _SEARCH):
            (data if words[0] == _DATA else search).append(_checked(words[1]))
        elif words:
            raise KeysMissing("A line of the keys is not `data <key>` or `search <key>`.")
    if not data or len(search) != 1:
        raise KeysMissing("The keys need at least one `data` and exactly one `search` line.")
    return Keys(tuple(data), search[0])


def ensure_key_file(path: Path | None = None) -> bool:
    """Makes the file of a new installation, readable by its owner only; False when it is there."""
    path = path or key_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = "\n".join(
        (
            "# Without this file nobody can read the database. Keep a copy apart from its back-up.",
            f"{_DATA} {new_key()}",
            f"{_SEARCH} {new_key()}",
            "",
        )
    )
    # Complete or not there at all, also when two start at once.
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    unfinished.touch(mode=0o600, exist_ok=False)
    unfinished.write_text(text, encoding="ascii")
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return False
    finally:
        unfinished.unlink()
    return True


def add_key(path: Path) -> None:
    """A new data key on top: from the next start everything is written with it."""
    lines = path.read_text(encoding="ascii").splitlines()
    parse_keys(lines)
    first = next(number for number, line in enumerate(lines) if line.startswith(_DATA))
    _write(path, [*lines[:first], f"{_DATA} {new_key()}", *lines[first:]])


def drop_old_keys(path: Path) -> int:
    """Leaves only the newest data key; returns how many went. The caller knows that none is used."""
    lines = path.read_text(encoding="ascii").splitlines()
    parse_keys(lines)
    old = [line for line in lines if line.startswith(_DATA)][1:]
    _write(path, [line for line in lines if line not in old])
    return len(old)


def _write(path: Path, lines: list[str]) -> None:
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    unfinished.touch(mode=0o600, exist_ok=False)
    unfinished.write_text("\n".join([*lines, ""]), encoding="ascii")
    unfinished.replace(path)


def new_key() -> str:
    return Fernet.generate_key().decode()


def _checked(key: str) -> bytes:
    try:
        Fernet(key)
    except ValueError as error:
        raise KeysMissing("A key is not 32 bytes in base64.") from error
    return key.encode()
