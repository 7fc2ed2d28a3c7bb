"""Which engine has a conversation: always the same one, whoever asks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def engine_for(sender: str, urls: Sequence[str]) -> str:
    """By the highest hash (rendezvous): one engine more moves only the conversations that it gets.

    An engine that is away keeps its conversations: it may still be writing one of them.
    """
    return max(urls, key=lambda url: hashlib.sha256(f"{url}\n{sender}".encode()).digest())
