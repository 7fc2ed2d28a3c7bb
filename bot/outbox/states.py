"""The states of a message that must leave: one table of steps."""

from __future__ import annotations

WAITING = "wacht"
BUSY = "bezig"
SENT = "verzonden"
FAILED = "mislukt"
DROPPED = "vervallen"

#: From state: the states that can follow. FAILED is the dead-letter list.
STEPS: dict[str, tuple[str, ...]] = {
    WAITING: (BUSY, DROPPED),
    # Back to waiting: it failed and is tried again, or the worker that had it died.
    BUSY: (SENT, WAITING, FAILED),
    SENT: (),
    FAILED: (WAITING, DROPPED),
    DROPPED: (),
}


class OutboxStepRefused(ValueError):
    """This step is not in the table."""


def check_outbox_step(state: str, to: str) -> None:
    """Raises OutboxStepRefused unless the table lists this step."""
    if to not in STEPS.get(state, ()):
        raise OutboxStepRefused(f"een bericht gaat niet van {state} naar {to}")
