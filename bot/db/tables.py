"""All tables: a process that writes one must know those that it points to."""

from __future__ import annotations

from functools import cache
from importlib import import_module

_MODELS = (
    "bot.requests.models",
    "bot.conversations.models",
    "bot.schools.models",
    "bot.people.models",
    "bot.letters.models",
    "bot.outbox.models",
    "bot.audit.models",
    "bot.portal.models",
    "bot.api.models",
)


@cache
def load_tables() -> None:
    """Imports every module with tables; by name, because `db` depends on none of them."""
    for name in _MODELS:
        import_module(name)
