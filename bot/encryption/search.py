"""Keyed hashes: find what is encrypted without reading it. Only who has the key can make one."""

from __future__ import annotations

import hmac

from bot.encryption.keys import current_keys


def keyed_hash(text: str, *, purpose: str) -> bytes:
    """32 bytes: the same text gives the same hash, for one `purpose` only."""
    message = f"{purpose}:{text}".encode()
    return hmac.digest(current_keys().search, message, "sha256")
