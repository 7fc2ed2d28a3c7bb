"""Server-sent events: what is new in a conversation, as it comes."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable

from bot.chat.hub import Hub
from bot.chat.view import Shown, Standing

PING_SECONDS = 15.0
#: What a browser waits before it comes back, in milliseconds.
_BEGIN = "retry: 2000\n\n"
_PING = ": ping\n\n"
_ERASED = {
    "state": "gewist",
    "typing": False,
    "person": None,
    "notice": "Dit gesprek is gewist.",
}
Look = Callable[[int], Awaitable[Standing | None]]


async def events(
    hub: Hub, conversation_id: uuid.UUID, after: int, look: Look
) -> AsyncIterator[str]:
    """`look` gives what came after a sequence, or None once the conversation is erased."""
    state: Shown | None = None
    with hub.watch(conversation_id) as watch:
        yield _BEGIN
        while not hub.is_closing:
            now = await look(after)
            if now is None:
                yield _event("state", _ERASED)
                return
            for message in now.messages:
                yield _event("message", message, number=message["sequence"])
            if now.as_state() != state:
                state = now.as_state()
                yield _event("state", state)
            after = max(after, now.last)
            if not now.more and not await watch.wait(PING_SECONDS):
                yield _PING


def _event(name: str, data: Shown, *, number: int | None = None) -> str:
    # JSON has no line ends of its own, so one data line is enough.
    lines = [f"event: {name}", f"data: {json.dumps(data, ensure_ascii=False)}"]
    if number is not None:
        lines.insert(0, f"id: {number}")
    return "\n".join(lines) + "\n\n"
