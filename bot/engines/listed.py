"""The list of engines: read again while a process runs, changed by an administrator as a whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import structlog

from bot.settings import Settings, SettingsError, load_settings

_log = structlog.get_logger("engines")


class EngineList:
    """The addresses as they are now; what cannot be read leaves those that were."""

    def __init__(self, read: Callable[[], Settings] = load_settings) -> None:
        self._read = read
        self._known = read().engine_urls
        self._is_readable = True

    def __call__(self) -> tuple[str, ...]:
        try:
            self._known, readable = self._read().engine_urls, True
        except SettingsError:
            readable = False
            if self._is_readable:
                _log.error("engine_list_unreadable")
        self._is_readable = readable
        return self._known


def with_engines_of_now(engines: EngineList) -> Callable[[Settings], Settings]:
    """For a process that keeps its settings: the same, with the engines of this moment."""
    return lambda settings: replace(settings, engine_urls=engines())


def write_engines(path: Path, urls: Sequence[str]) -> None:
    """The whole list at once: whoever reads meanwhile has the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with unfinished.open("x", encoding="ascii") as file:
        file.write("".join(f"{url}\n" for url in urls))
        file.flush()
        os.fsync(file.fileno())
    # No secret, and read by other users than the administrator who writes it.
    unfinished.chmod(0o644)
    unfinished.replace(path)
