"""Who has a conversation: one table of steps."""

from __future__ import annotations

BOT = "bot"
WAITING = "wacht_op_medewerker"
WITH_PERSON = "bij_medewerker"
CLOSED = "gesloten"
STATES = (BOT, WAITING, WITH_PERSON, CLOSED)

#: From state: the states that can follow.
STEPS: dict[str, tuple[str, ...]] = {
    BOT: (WAITING, WITH_PERSON, CLOSED),
    # Back to the bot: the visitor does not want to wait any longer, or a person sees no need.
    WAITING: (WITH_PERSON, BOT, CLOSED),
    # To waiting: the person who had it had to leave it.
    WITH_PERSON: (BOT, WAITING, CLOSED),
    # A visitor who types again opens it.
    CLOSED: (BOT, WAITING),
}


class StepRefused(ValueError):
    """This step is not in the table."""


def check_step(state: str, to: str) -> None:
    """Raises StepRefused unless the table lists this step."""
    if to not in STEPS.get(state, ()):
        raise StepRefused(f"een gesprek gaat niet van {state} naar {to}")
