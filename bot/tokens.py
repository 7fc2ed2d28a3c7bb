"""Tokens that browsers hold: the database keeps only their hash, so that a copy lets nobody in."""

from __future__ import annotations

import hashlib


def hash_token(token: str) -> bytes:
    """32 bytes. No salt: a token is random and as long as its hash."""
    return hashlib.sha256(token.encode()).digest()
