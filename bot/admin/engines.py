"""`python -m bot.admin engines use …`: another list of engines, without a pause for anybody."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from bot.admin.failure import AdminFailed
from bot.engines.client import EngineClient
from bot.engines.listed import write_engines
from bot.engines.pool import understands
from bot.settings import ENGINES_FILE, SettingsError, read_engine_urls, read_setting

_SECONDS = 10.0


def use(urls: Sequence[str]) -> str:
    """Each must understand a sentence first. Raises AdminFailed, and then changed nothing."""
    path, secret = _file(), _secret()
    try:
        chosen = read_engine_urls(" ".join(urls))
    except SettingsError as error:
        raise AdminFailed("Geef volledige adressen, zoals http://127.0.0.1:5007.") from error
    silent = asyncio.run(_silent(chosen, secret))
    if silent:
        raise AdminFailed(
            f"Deze engines begrijpen geen zin: {', '.join(silent)}. Er is niets veranderd. "
            "Zijn ze klaar met starten, en hebben ze hetzelfde ENGINE_SECRET?"
        )
    try:
        write_engines(path, chosen)
    except OSError as error:
        raise AdminFailed(f"{path.name} is niet te schrijven; er is niets veranderd.") from error
    return (
        f"In gebruik: {', '.join(chosen)}. De processen lezen dit binnen enkele seconden. "
        "Stop een oude engine pas daarna; wat hij onder handen heeft, maakt hij af."
    )


def _file() -> Path:
    if os.environ.get("ENGINE_URLS", "").strip():
        raise AdminFailed(
            "ENGINE_URLS staat vast in de omgeving en gaat voor. Haal die weg, en laat "
            "ENGINE_URLS_FILE het bestand met de lijst noemen."
        )
    named = os.environ.get("ENGINE_URLS_FILE", "").strip()
    return Path(named) if named else ENGINES_FILE


def _secret() -> str:
    try:
        secret = read_setting(os.environ, "ENGINE_SECRET")
    except SettingsError as error:
        raise AdminFailed("Het bestand van ENGINE_SECRET_FILE is niet te lezen.") from error
    if secret is None:
        raise AdminFailed("ENGINE_SECRET ontbreekt: zonder kan ik de engines niet proberen.")
    return secret


async def _silent(urls: Sequence[str], secret: str) -> list[str]:
    """Those that did not show that they understand."""
    clients = [EngineClient(url, secret) for url in urls]
    answers = await asyncio.gather(*(understands(client, _SECONDS) for client in clients))
    await asyncio.gather(*(client.close() for client in clients))
    return [url for url, understood in zip(urls, answers, strict=True) if not understood]
