"""Where a page of requests ended. Made of what never changes, so that no change moves a page."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from bot.requests.models import Request

#: Microseconds since 1970 and the request's id. Every text of this form can be read.
CURSOR_PATTERN = r"^[0-9]{1,16}\.[0-9a-f]{32}$"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def cursor_after(request: Request) -> str:
    return f"{(request.received_at - _EPOCH) // _MICROSECOND}.{request.id.hex}"


def read_cursor(cursor: str) -> tuple[datetime, uuid.UUID]:
    """The moment of receipt and the id of the last request of the page before."""
    microseconds, identifier = cursor.split(".")
    return _EPOCH + int(microseconds) * _MICROSECOND, uuid.UUID(identifier)
