"""What the visitor reads when the conversation changes hands."""

from __future__ import annotations

WITH_BOT = "U praat weer met de chatbot."
CLOSED = (
    "Dit gesprek is afgesloten. Hebt u nog een vraag? Typ die hier: dan gaat het gesprek verder."
)


def with_person(name: str) -> str:
    return f"U praat nu met {name} van de school."


def person_left(name: str) -> str:
    """The bot answers while the conversation waits again, so this says so."""
    return (
        f"{name} kan nu niet verder. Uw gesprek wacht op een andere medewerker van de school. "
        "Zolang praat u met de chatbot."
    )
