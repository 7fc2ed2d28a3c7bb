"""The date as the school's calendar shows it, wherever the server stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.settings import load_settings


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return now().astimezone(load_settings().timezone).date()
