"""Which process that ended is started again, and after how long; and what is said of it."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from bot.run.child import Child
from bot.setup.commands import last_lines
from bot.setup.paths import shown

#: Seconds before it is started again, after each quick death in a row.
DELAYS = (1.0, 2.0, 4.0, 8.0, 16.0)
#: Who lived shorter than this died quickly.
QUICK_SECONDS = 60.0


class Revival:
    """Counts quick deaths by process name; a long life makes up for those before it."""

    def __init__(self, delays: Sequence[float] = DELAYS, quick: float = QUICK_SECONDS) -> None:
        self._delays = delays
        self._quick = quick
        self._deaths: dict[str, int] = {}

    def delay(self, name: str, lived: float) -> float | None:
        """Seconds to wait after a death; None when it dies again and again."""
        deaths = self._deaths.get(name, 0) if lived < self._quick else 0
        if deaths >= len(self._delays):
            return None
        self._deaths[name] = deaths + 1
        return self._delays[deaths]


def starts_again_nl(child: Child, code: int, delay: float) -> str:
    return (
        f"Het proces '{child.name}' is onverwacht gestopt ({_how(code)}). Het start opnieuw over "
        f"{delay:.0f} s; de rest draait door. Het verslag staat dan in {shown(child.log)}.1"
    )


def ended_nl(child: Child, code: int, *, often: bool = False) -> str:
    """For the end of everything; `often`: starting it again did not help."""
    again = ", ook nadat het een paar keer opnieuw was gestart" if often else ""
    return (
        f"Het proces '{child.name}' is onverwacht gestopt ({_how(code)}){again}; de rest is ook "
        f"gestopt.\n{last_lines(child.log)}\nHet hele verslag: {shown(child.log)}"
    )


def _how(code: int) -> str:
    return f"met code {code}" if code >= 0 else f"door {signal.Signals(-code).name}"
