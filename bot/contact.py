"""How a parent reaches the school outside the chat."""

from __future__ import annotations

from bot.settings import Settings


def contact_line(settings: Settings) -> str:
    """One sentence with what is known of telephone and e-mail."""
    return reach_line(settings.school_name, settings.school_phone, settings.school_email)


def reach_line(name: str, phone: str | None, email: str | None) -> str:
    """The same for a school of this name."""
    ways = []
    if phone:
        ways.append(f"bellen: {phone}")
    if email:
        ways.append(f"mailen: {email}")
    if not ways:
        return "Haast? Bel of mail dan de school zelf."
    return f"Haast? U kunt {name} ook {' of '.join(ways)}."
