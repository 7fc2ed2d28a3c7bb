"""Makes Rasa's own logs hold nothing that a parent typed, without touching its files.

It warns with the whole message when somebody types a slash and no known intent, and logs a reply
that it could not send. `tests/logs` says such things and searches the log.
"""

from __future__ import annotations

from typing import Any

import rasa.__main__
import rasa.core.run

from bot.quiet_logs import hush
from bot.quiet_logs import install as install_quiet_logs

_configure_structlog = rasa.__main__.configure_structlog
_load_agent_on_start = rasa.core.run.load_agent_on_start


def install() -> None:
    rasa.__main__.configure_structlog = configure_structlog
    rasa.core.run.load_agent_on_start = load_agent_on_start


def configure_structlog(log_level: Any = None) -> None:
    """Rasa's last word on logging; ours comes after it."""
    _configure_structlog(log_level)
    install_quiet_logs(log_level or "INFO")


async def load_agent_on_start(*args: Any, **options: Any) -> Any:
    """Until the model is loaded nobody can have said anything, and a fault is told in full."""
    agent = await _load_agent_on_start(*args, **options)
    hush()
    return agent
