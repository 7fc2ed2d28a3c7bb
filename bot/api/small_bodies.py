"""Refuses a large body before it fills the memory, also when nobody told its length.

FastAPI's own limit does the same, but answers in words of its own instead of with a problem.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BYTES = 16 * 1024


class SmallBodies:
    """ASGI middleware: reading beyond LARGEST_BYTES raises 413."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        got = 0

        async def count() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > LARGEST_BYTES:
                raise HTTPException(413)
            return message

        await self._app(scope, count, send)
