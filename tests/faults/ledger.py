"""What was promised to parents during a test, to be held against what is stored."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Ledger:
    """Written by all parents at once."""

    #: (token, key of the browser) -> the sequence that was answered with.
    accepted: dict[tuple[str, str], int] = field(default_factory=dict)
    #: token -> references that this parent was told.
    told: dict[str, list[str]] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    refused: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def accept(self, token: str, key: str, sequence: int) -> None:
        """The same key gives the same message for ever."""
        with self._lock:
            self.repeated += (token, key) in self.accepted
            assert self.accepted.setdefault((token, key), sequence) == sequence

    def tell(self, token: str, reference: str) -> None:
        with self._lock:
            self.told.setdefault(token, []).append(reference)

    def refuse(self) -> None:
        """Not accepted: the browser knows, and tries again."""
        with self._lock:
            self.refused += 1

    def inject(self, fault: str) -> None:
        with self._lock:
            self.faults[fault] += 1
