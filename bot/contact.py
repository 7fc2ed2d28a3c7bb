"""How a parent reaches the school outside the chat."""

from __future__ import annotations

from bot.settings import Settings


def contact_line(settings: Settings) -> str:
    """One sentence with what is known of telephone and e-mail."""
    ways = []
    if settings.school_phone:
        ways.append(f"bellen: {settings.school_phone}")
    if settings.school_email:
        ways.append(f"mailen: {settings.school_email}")
    if not ways:
        return "Haast? Bel of mail dan de school zelf."
    return f"Haast? U kunt {settings.school_name} ook {' of '.join(ways)}."
