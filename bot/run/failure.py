"""What may go wrong while running, in words for a person."""

from __future__ import annotations


class RunFailed(Exception):
    """What happened and what to do next, in Dutch, ready to print."""
