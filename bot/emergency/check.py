"""A fixed rule, so that no model can overrule it and no outage can put it off."""

from __future__ import annotations

import re

from bot.emergency.abuse import ABUSE
from bot.emergency.exceptions import EXCEPTIONS, GOING_ON
from bot.emergency.home import HOME
from bot.emergency.threats import THREATS
from bot.emergency.veiled import VEILED
from bot.emergency.words import DANGER, SELF_HARM, VIOLENCE
from bot.plain_text import plain

# The chat takes 2,000 characters; what takes more than that may not take seconds here.
_LONGEST = 5000
#: The agency's name, which is not a home that is safe; "niet veilig thuis" stays as it is.
_AGENCY = re.compile(r"(?<!niet )(?<!meer )(?<!echt )\bveilig thuis\b")
_ALWAYS = re.compile("|".join((*SELF_HARM, *VEILED)))
_UNLESS_ABOUT_RULES = re.compile("|".join((*VIOLENCE, *DANGER, *HOME, *ABUSE, *THREATS)))
_ABOUT_RULES = re.compile("|".join(EXCEPTIONS))
_GOING_ON = re.compile("|".join(GOING_ON))


def is_emergency(text: str) -> bool:
    """True when a message points to danger for a child, or to self-harm."""
    words = _AGENCY.sub("veiligthuis", plain(text[:_LONGEST]))
    if _ALWAYS.search(words):
        return True
    if not _UNLESS_ABOUT_RULES.search(words):
        return False
    return not _ABOUT_RULES.search(words) or bool(_GOING_ON.search(words))
