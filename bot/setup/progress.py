"""Numbered steps that a person can follow: `[2/6] Omgeving installeren ... 14 s`."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import Callable, Iterator, List, Optional, TextIO

# Without a terminal a growing line is all there is; now and then shows that it is still alive.
LIVE_INTERVAL = 1.0
PLAIN_INTERVAL = 30.0


class Step:
    """What a step may tell: that there was nothing to do, and notes to print below its line."""

    def __init__(self) -> None:
        self.notes: List[str] = []
        self.idle = False

    def nothing_to_do(self) -> None:
        self.idle = True

    def note(self, text: str) -> None:
        self.notes.append(text)


class Progress:
    """Numbers the steps of one run; `done` steps were shown by an earlier process."""

    def __init__(
        self,
        total: int,
        *,
        done: int = 0,
        out: Optional[TextIO] = None,
        live: Optional[bool] = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._done = done
        self._out = out or sys.stdout
        self._live = self._out.isatty() if live is None else live
        self._clock = clock

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        self._done += 1
        line = f"[{self._done}/{self._total}] {title} ..."
        started = self._clock()
        step = Step()
        self._write(line)
        try:
            with self._ticking(line, started):
                yield step
        except BaseException:
            self._finish(line, f"mislukt na {self._seconds(started)} s")
            raise
        self._finish(line, "al klaar" if step.idle else f"{self._seconds(started)} s")
        for note in step.notes:
            self._write(note + "\n")

    @contextmanager
    def _ticking(self, line: str, started: float) -> Iterator[None]:
        over = threading.Event()
        ticker = threading.Thread(target=self._tick, args=(over, line, started), daemon=True)
        ticker.start()
        try:
            yield
        finally:
            over.set()
            ticker.join()

    def _tick(self, over: threading.Event, line: str, started: float) -> None:
        while not over.wait(LIVE_INTERVAL if self._live else PLAIN_INTERVAL):
            seconds = self._seconds(started)
            self._write(f"\r{line} {seconds} s" if self._live else f" {seconds} s ...")

    def _finish(self, line: str, ending: str) -> None:
        self._write(f"\r{line} {ending}     \n" if self._live else f" {ending}\n")

    def _seconds(self, started: float) -> int:
        return round(self._clock() - started)

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
