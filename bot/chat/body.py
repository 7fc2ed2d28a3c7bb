"""Reads what a browser posts: no more than fits a message, in no more time than that takes."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest

from bot.chat.refusals import Refused

#: A text of the longest length, each of its characters written as two escapes, and some room.
LARGEST_BYTES = 32 * 1024
_SECONDS = 10.0


async def read_json(http: HttpRequest) -> Any:
    """Raises Refused; stops reading as soon as it is too much."""
    declared = http.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared[:12]) > LARGEST_BYTES:
        raise Refused("te_groot")
    content = bytearray()
    try:
        async with asyncio.timeout(_SECONDS):
            async for chunk in http.stream():
                content += chunk
                if len(content) > LARGEST_BYTES:
                    raise Refused("te_groot")
        return json.loads(content)
    except (TimeoutError, ClientDisconnect, ValueError, RecursionError) as error:
        raise Refused("ongeldig") from error
