"""Encrypts what the tracker store writes, with the same keys as the rest of the database.

The key file is read here again because this runs in Rasa's environment, which imports nothing of
the application: lines of `data <key>`, the newest first, and `#` for remarks.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

DEFAULT_FILE = Path(__file__).resolve().parents[2] / "var" / "keys" / "gegevens.keys"
# What older versions wrote is JSON, and never begins as a token does.
_PLAIN = "["


class KeysMissing(RuntimeError):
    """There is no usable key; the text tells the administrator what to do."""


class Unreadable(RuntimeError):
    """No key of this installation opens this conversation. Never holds what it says."""


class TrackerCipher:
    """`keys`: the newest first; it encrypts, and all of them decrypt."""

    def __init__(self, keys: Sequence[str]) -> None:
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError as error:
            raise KeysMissing("A key is not 32 bytes in base64.") from error

    def encrypt(self, events: str) -> str:
        return self._fernet.encrypt(events.encode()).decode()

    def decrypt(self, stored: str) -> str:
        """Also what was written before there was encryption. Raises Unreadable."""
        if stored.startswith(_PLAIN):
            return stored
        try:
            return self._fernet.decrypt(stored.encode()).decode()
        except InvalidToken:
            raise Unreadable("a conversation cannot be decrypted with these keys") from None


def load_cipher(environment: Optional[Mapping[str, str]] = None) -> TrackerCipher:
    """With DATA_KEYS, else with the file DATA_KEYS_FILE. Raises KeysMissing."""
    given = os.environ if environment is None else environment
    keys = given.get("DATA_KEYS", "").replace(",", " ").split() or _read(given)
    if not keys:
        raise KeysMissing("The keys need at least one `data` line.")
    return TrackerCipher(keys)


def _read(given: Mapping[str, str]) -> list[str]:
    path = Path(given.get("DATA_KEYS_FILE", "").strip() or DEFAULT_FILE)
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except OSError as error:
        raise KeysMissing(
            f"The key file {path.name} cannot be read. `make run` makes one; put back the file of "
            "an existing installation from its back-up."
        ) from error
    words = [line.partition("#")[0].split() for line in lines]
    return [line[1] for line in words if len(line) == 2 and line[0] == "data"]
