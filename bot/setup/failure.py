"""The one exception that a person gets to see."""

from __future__ import annotations


class SetupFailed(Exception):
    """What went wrong and what to do next, in Dutch, ready to print."""
