"""One time limit over several calls to another system: somebody waits for all of them together."""

from __future__ import annotations

from time import monotonic

import httpx2


class TimeLimit:
    """Starts when it is made. `seconds` for all calls together."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def left(self, part: float = 1.0) -> httpx2.Timeout:
        """What the next call may take, or this part of it. Raises TimeoutException at the end."""
        left = (self._end - monotonic()) * part
        if left <= 0:
            raise httpx2.ReadTimeout("no time is left")
        # The steps follow each other: what one call may take is their sum.
        return httpx2.Timeout(connect=left / 4, write=left / 8, pool=left / 8, read=left / 2)
