"""One page of a list, oldest first, and where the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select
from sqlalchemy.orm import Session

from bot.api.inputs import DestructionsQuery, ListQuery
from bot.db.cursor import Identifier, Moment, behind, cursor_at


def one_page[Row](
    session: Session,
    query: Select[Row],
    wanted: ListQuery | DestructionsQuery,
    moment: Moment,
    identifier: Identifier,
) -> tuple[Sequence[Row], str | None]:
    """In the order of these columns; the cursor of the next page when there is one."""
    if wanted.cursor is not None:
        query = query.where(behind(wanted.cursor, moment, identifier))
    found = session.scalars(query.order_by(moment, identifier).limit(wanted.limit + 1)).all()
    if len(found) <= wanted.limit:
        return found, None
    last = found[wanted.limit - 1]
    place = cursor_at(getattr(last, moment.key), getattr(last, identifier.key))
    return found[: wanted.limit], place
