"""Lets one set-up run at a time: two would write into the same environments."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Waits for another set-up in this folder; the system frees the lock when one is killed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("In deze map loopt al een installatie. Even wachten tot die klaar is ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
