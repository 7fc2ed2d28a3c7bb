"""Logs that say what went wrong and where, and never what anybody typed.

Libraries put what they were working on in their messages and exceptions: Rasa warns with the whole
message that it could not read. So from `hush` on, what is not ours is logged as a level, a place in
the code and the kinds of the exceptions; `LOG_TEXTS=ja` shows everything, for a machine without
visitors. Every process of ours uses this, the engine too: it imports nothing but the standard library.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Optional, TextIO

#: Whose messages hold no personal data: ours, which tests search for it.
OURS = ("bot", "actions")
_FRAMES_KEPT = 6
# As structlog writes it: a name with points, which no sentence is.
_EVENT = re.compile(r'"event": "([a-z_]+(?:\.[a-z_]+)+)"')
_WARNED = re.compile(r"(\S+\.py):(\d+): ([A-Za-z]+):")
_ROOT = Path(__file__).resolve().parents[1]
_START = "%(asctime)s %(levelname)s %(name)s "


class _Places(logging.Formatter):
    """`texts`: may messages of others still be shown? True until somebody can have said anything."""

    def __init__(self) -> None:
        super().__init__(_START + "%(message)s")
        self.texts = True

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage() if self.texts or is_ours(record) else _place(record)
        values = {**record.__dict__, "message": said, "asctime": self.formatTime(record)}
        error = record.exc_info[1] if record.exc_info else None
        lines = [self._fmt % values if self._fmt else said, *(kinds_of(error) if error else ())]
        return " <- ".join(lines)


class _Weighty(logging.Filter):
    """Keeps out the small talk of others once their texts are hidden: places alone say nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        return _FORMAT.texts or is_ours(record) or record.levelno >= logging.WARNING


_FORMAT = _Places()


def is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in OURS


def _place(record: logging.LogRecord) -> str:
    """Where it was logged; of a warning where it was given; of structlog the name of the event."""
    event = _EVENT.search(str(record.msg))
    # In JSON a quote that somebody typed is escaped, so that no text passes for a name.
    if event and str(record.msg).startswith("{"):
        return event[1]
    warned = _WARNED.match(record.getMessage()) if record.name == "py.warnings" else None
    if warned:
        return f"{Path(warned[1]).name}:{warned[2]} {warned[3]}"
    return f"{Path(record.pathname).name}:{record.lineno}"


def kinds_of(error: BaseException) -> Iterator[str]:
    """Kind and places of an exception, then of what caused it; without their texts."""
    seen: set[int] = set()
    next_: Optional[BaseException] = error
    while next_ is not None and id(next_) not in seen:
        seen.add(id(next_))
        yield f"{type(next_).__name__} at {_places(next_) or 'an unknown place'}"
        next_ = next_.__cause__ or next_.__context__


def _places(error: BaseException) -> str:
    """The last places in our code that led to it, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_in_our_code(frame.filename)][-_FRAMES_KEPT:]
    kept = ours if frames[-1:] == ours[-1:] else [*ours, frames[-1]]
    return " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in kept)


def _is_in_our_code(filename: str) -> bool:
    path = Path(filename)
    return _ROOT in path.parents and "site-packages" not in path.parts


class _Forgiving:
    """A stream for logs: one that cannot be written, as on a full disk, breaks no work."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def install(level: int = logging.INFO) -> None:
    """Sends everything that is logged, warned or raised and not caught to stdout, in this form."""
    sys.stdout, sys.stderr = _Forgiving(sys.stdout), _Forgiving(sys.stderr)
    if os.environ.get("LOG_TEXTS", "").strip().casefold() in ("ja", "1", "true"):
        return
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_FORMAT)
    handler.addFilter(_Weighty())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def hush() -> None:
    """From here on visitors can be heard: messages of others are no longer shown."""
    _FORMAT.texts = False


def _uncaught(
    kind: type[BaseException],
    error: Optional[BaseException],
    traceback_: Optional[TracebackType],
) -> None:
    if _FORMAT.texts or error is None:
        sys.__excepthook__(kind, error or kind(), traceback_)
    elif not issubclass(kind, KeyboardInterrupt):
        logging.getLogger("bot").critical("stopped: %s", " <- ".join(kinds_of(error)))


def _uncaught_in_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_type is not SystemExit:
        _uncaught(given.exc_type, given.exc_value, given.exc_traceback)
