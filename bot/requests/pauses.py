"""Times that the legal clock stood still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pause:
    """From the day the question about identity was sent to the day the answer came; open: None."""

    first: date
    last: date | None = None


def paused_days(pauses: Sequence[Pause]) -> int:
    """Whole days of the pauses that have ended. Asked and answered on one day is none."""
    return sum((pause.last - pause.first).days for pause in pauses if pause.last is not None)


def running(pauses: Sequence[Pause]) -> bool:
    """Does the clock stand still now?"""
    return any(pause.last is None for pause in pauses)


def started(pauses: Sequence[Pause], day: date) -> tuple[Pause, ...]:
    return (*pauses, Pause(day))


def ended(pauses: Sequence[Pause], day: date) -> tuple[Pause, ...]:
    """The pauses, with the running one ended on that day."""
    return tuple(Pause(p.first, day) if p.last is None else p for p in pauses)


def pauses_to_json(pauses: Sequence[Pause]) -> list[list[str | None]]:
    return [[p.first.isoformat(), p.last.isoformat() if p.last else None] for p in pauses]


def pauses_from_json(stored: Sequence[Sequence[str | None]]) -> tuple[Pause, ...]:
    """The pauses that `pauses_to_json` stored."""
    return tuple(
        Pause(date.fromisoformat(first or ""), date.fromisoformat(last) if last else None)
        for first, last in stored
    )
