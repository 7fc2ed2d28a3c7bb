"""Where a page of a list ended. Made of what never changes, so that no change moves a page."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, literal, tuple_
from sqlalchemy.orm import InstrumentedAttribute

#: Microseconds since 1970 and an id. Every text of this form can be read.
CURSOR_PATTERN = r"^[0-9]{1,16}\.[0-9a-f]{32}$"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

Moment = InstrumentedAttribute[datetime]
Identifier = InstrumentedAttribute[uuid.UUID]


def cursor_at(moment: datetime, identifier: uuid.UUID) -> str:
    return f"{(moment - _EPOCH) // _MICROSECOND}.{identifier.hex}"


def behind(cursor: str, moment: Moment, identifier: Identifier) -> ColumnElement[bool]:
    """What comes later than the row that the cursor was made of."""
    return tuple_(moment, identifier) > _row(cursor, moment, identifier)


def before(cursor: str, moment: Moment, identifier: Identifier) -> ColumnElement[bool]:
    """What comes earlier than the row that the cursor was made of."""
    return tuple_(moment, identifier) < _row(cursor, moment, identifier)


def _row(cursor: str, moment: Moment, identifier: Identifier) -> Any:
    microseconds, hexadecimal = cursor.split(".")
    at = _EPOCH + int(microseconds) * _MICROSECOND
    return tuple_(literal(at, moment.type), literal(uuid.UUID(hexadecimal), identifier.type))
