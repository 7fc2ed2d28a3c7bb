"""An action server whose database cannot grow any more, as on a full disk."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, event

from actions.server import serve


@event.listens_for(Engine, "connect")
def _no_more_pages(connection: Any, _record: Any) -> None:
    # SQLite never takes this below the pages it has: the next new one is one too many.
    connection.execute("PRAGMA max_page_count = 1")


if __name__ == "__main__":
    serve()
