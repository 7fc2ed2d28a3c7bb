"""Turns the signals that end a program into a request to stop."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# SIGHUP: the terminal window was closed.
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def on_ending(request_stop: Callable[[], None]) -> Iterator[None]:
    """Within this context an ending signal calls `request_stop` and nothing else."""
    before = {number: signal.signal(number, lambda *_: request_stop()) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
