"""Why an administrator's command could not be done."""

from __future__ import annotations


class AdminFailed(Exception):
    """The text says what to do, in Dutch."""
