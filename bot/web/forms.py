"""Reads what a browser sent with a POST, and stops reading when it is too much."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request as HttpRequest
from starlette.types import Message, Receive

from bot.requests.attachments import LARGEST_BYTES

# One file with its form around it.
LARGEST_FORM = LARGEST_BYTES + 1024 * 1024
_MOST_FIELDS = 300
_LARGEST_FIELD = 256 * 1024


class TooLarge(Exception):
    """More was sent than a form of ours can hold."""


async def read_form(http: HttpRequest) -> FormData:
    """Raises TooLarge, or HTTPException for what is no form."""
    announced = http.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:15]) > LARGEST_FORM:
        raise TooLarge
    # Whoever sends in chunks announces nothing: what counts is what comes in.
    counted = HttpRequest(http.scope, _counted(http.receive))
    return await counted.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_LARGEST_FIELD)


def _counted(receive: Receive) -> Receive:
    left = LARGEST_FORM

    async def receive_and_count() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise TooLarge
        return message

    return receive_and_count
