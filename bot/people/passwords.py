"""Passwords: Argon2id at rest, long rather than clever when chosen."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
_HASHER = PasswordHasher()
# Whoever types an unknown address waits as long as one with a wrong password.
_NOBODY = _HASHER.hash("nobody has this password")
_TOO_KNOWN = ("wachtwoord", "password", "welkom", "12345678", "qwerty", "dossierwijzer")


class PasswordRefused(ValueError):
    """This password is too weak; the text says how to choose one, in Dutch."""


def hash_password(password: str) -> str:
    return _HASHER.hash(password)


def verify(password_hash: str | None, password: str) -> bool:
    """Takes the same time whether there is a hash or not."""
    try:
        right = _HASHER.verify(password_hash or _NOBODY, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return right and bool(password_hash)


def needs_rehash(password_hash: str) -> bool:
    """Was it made with older, weaker settings?"""
    return _HASHER.check_needs_rehash(password_hash)


def check_choice(password: str, *, email: str, name: str) -> None:
    """Raises PasswordRefused."""
    if len(password) < SHORTEST:
        raise PasswordRefused(
            f"Kies minstens {SHORTEST} tekens. Een zin van vier woorden is makkelijk te onthouden."
        )
    if len(password) > LONGEST:
        raise PasswordRefused(f"Kies hoogstens {LONGEST} tekens.")
    plain = password.casefold()
    own = (*name.casefold().split(), email.casefold().split("@")[0])
    if any(word in plain for word in (*_TOO_KNOWN, *(part for part in own if len(part) > 3))):
        raise PasswordRefused("Gebruik geen naam, mailadres of bekend woord in het wachtwoord.")
    if len(set(plain)) < 5:
        raise PasswordRefused("Gebruik meer verschillende tekens.")
