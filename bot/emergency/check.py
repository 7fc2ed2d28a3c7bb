"""A fixed rule, so that no model can overrule it and no outage can put it off."""

from __future__ import annotations

import re

from bot.emergency.words import DANGER, EXCEPTIONS, SELF_HARM, VIOLENCE
from bot.plain_text import plain

EMERGENCY_INTENT = "nood"
#: On a message: who typed it has had the numbers for it, and the staff know.
TOLD = "emergency_told"

_ALWAYS = re.compile("|".join(SELF_HARM))
_UNLESS_ABOUT_RULES = re.compile("|".join((*VIOLENCE, *DANGER)))
_ABOUT_RULES = re.compile("|".join(EXCEPTIONS))


def is_emergency(text: str) -> bool:
    """True when a message points to danger for a child, or to self-harm."""
    words = plain(text)
    if _ALWAYS.search(words):
        return True
    return bool(_UNLESS_ABOUT_RULES.search(words)) and not _ABOUT_RULES.search(words)
