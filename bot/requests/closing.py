"""The day a request was closed, as the school's calendar shows it."""

from __future__ import annotations

from datetime import date

from bot.requests.deadlines import received_on
from bot.requests.models import Request
from bot.settings import load_settings


def closed_on(request: Request) -> date | None:
    """None while it is open."""
    if request.closed_at is None:
        return None
    return received_on(request.closed_at, load_settings().timezone)
