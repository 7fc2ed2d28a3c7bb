"""Encrypts with the newest key and decrypts with any (Fernet: AES-128-CBC with HMAC-SHA256)."""

from __future__ import annotations

from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.encryption.keys import current_keys


class Unreadable(Exception):
    """No key of this installation opens this value. Never holds the value."""


@cache
def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in current_keys().data])


def encrypt(value: bytes) -> bytes:
    """A token: ASCII, about a third longer and 80 bytes more."""
    return _fernet().encrypt(value)


def decrypt(token: bytes) -> bytes:
    """Raises Unreadable."""
    try:
        return _fernet().decrypt(token)
    except InvalidToken:
        raise Unreadable("a value cannot be decrypted with the keys of this installation") from None


def renew(token: bytes) -> bytes:
    """The same value under the newest key. Raises Unreadable."""
    try:
        return _fernet().rotate(token)
    except InvalidToken:
        raise Unreadable("a value cannot be decrypted with the keys of this installation") from None


def is_newest(token: bytes) -> bool:
    """Does the newest key open it?"""
    try:
        Fernet(current_keys().data[0]).decrypt(token)
    except InvalidToken:
        return False
    return True


def forget_keys() -> None:
    """Reads the keys anew at the next use: after a rotation, and in tests."""
    _fernet.cache_clear()
    current_keys.cache_clear()
