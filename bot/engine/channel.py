"""The web process's own channel: what the bot says, what it understood, and forgetting.

Loopback only and behind a shared secret, because who may call this may speak as any parent.
Nothing that was typed goes to a log: of a failure only its kind is told.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any, Optional

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.emergency.names import TOLD
from bot.engine.replies import Replies, said_to, understood
from bot.engine.tracker_store import SnapshotTrackerStore

SECRET_HEADER = "X-Engine-Secret"
Handler = Callable[[Request], Awaitable[HTTPResponse]]
logger = logging.getLogger(__name__)
# The loop keeps only weak references to tasks.
_RUNNING: set[asyncio.Task[Any]] = set()


class DossierwijzerChannel(InputChannel):
    """POST `message`, `parse`, `erase` and `forget` under /webhooks/dossierwijzer."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        return "dossierwijzer"

    @classmethod
    def from_credentials(cls, credentials: Optional[dict[str, Any]]) -> DossierwijzerChannel:
        # Without a secret the channel is there and lets nobody in.
        return cls(os.environ.get("ENGINE_SECRET", ""))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        blueprint = Blueprint("dossierwijzer", "dossierwijzer")
        for path, handler in HANDLERS.items():
            blueprint.add_route(self._guarded(handler), path, methods=["POST"], name=path[1:])
        return blueprint

    def _guarded(self, handler: Handler) -> Handler:
        async def guarded(request: Request) -> HTTPResponse:
            given = request.headers.get(SECRET_HEADER, "")
            same = hmac.compare_digest(given.encode(), self._secret.encode())
            if not self._secret or not same:
                return json({"error": "forbidden"}, status=403)
            return await _without_tales(handler, request)

        return guarded


async def _without_tales(handler: Handler, request: Request) -> HTTPResponse:
    # A web process that stops waiting may not break off a filing halfway: the work goes on.
    task = asyncio.ensure_future(handler(request))
    _RUNNING.add(task)
    task.add_done_callback(_RUNNING.discard)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        raise
    except (KeyError, TypeError, ValueError):
        return json({"error": "malformed"}, status=400)
    except Exception as error:
        logger.error("Channel request failed: %s", type(error).__name__)
        return json({"error": "internal"}, status=500)


async def _message(request: Request) -> HTTPResponse:
    """`again`: this id was sent before, and may have been handled by then.

    `emergency_told`: who typed it has had the numbers.
    """
    agent, body = _agent(request), _body(request)
    sender, text = _text(body, "sender"), _text(body, "message")
    identity = _text(body, "id") if "id" in body else None
    tracker = await _tracker(agent, sender)
    if identity is not None and body.get("again") and tracker is not None:
        said = said_to(tracker, identity)
        if said is not None:
            return json(said)
    replies = Replies()
    message = UserMessage(
        text,
        replies,
        sender,
        input_channel=DossierwijzerChannel.name(),
        message_id=identity,
        metadata={TOLD: True} if body.get(TOLD) else None,
    )
    # Read here once, so that nobody has to look for it in the tracker afterwards; with the
    # tracker, for a name typed into an open form is read otherwise than one out of the blue.
    message.parse_data = await agent.processor.parse_message(message, tracker)
    await agent.handle_message(message)
    return json({"replies": replies.messages, "understood": understood(message.parse_data)})


async def _parse(request: Request) -> HTTPResponse:
    text = _text(_body(request), "text")
    return json({"understood": understood(await _agent(request).parse_message(text))})


async def _erase(request: Request) -> HTTPResponse:
    agent, sender = _agent(request), _text(_body(request), "sender")
    # A message in work would write the conversation again.
    async with agent.lock_store.lock(sender):
        await _store(agent).delete(sender)
    return json({"erased": True})


async def _forget(request: Request) -> HTTPResponse:
    """Every conversation that was silent since `before`, in seconds since 1970."""
    before = _body(request)["before"]
    if not isinstance(before, (int, float)):
        raise TypeError("before must be a number")
    return json({"erased": await _store(_agent(request)).delete_older(before)})


HANDLERS: dict[str, Handler] = {
    "/message": _message,
    "/parse": _parse,
    "/erase": _erase,
    "/forget": _forget,
}


async def _tracker(agent: Agent, sender: str) -> Optional[DialogueStateTracker]:
    # A message in work may still change it.
    async with agent.lock_store.lock(sender):
        return await agent.tracker_store.retrieve(sender)


def _store(agent: Agent) -> SnapshotTrackerStore:
    # Rasa wraps the store in one that cannot delete.
    store = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
    assert isinstance(store, SnapshotTrackerStore)
    return store


def _agent(request: Request) -> Agent:
    agent: Agent = request.app.ctx.agent
    if not agent.is_ready():
        raise RuntimeError("no model is loaded")
    return agent


def _body(request: Request) -> dict[str, Any]:
    body = request.json
    if not isinstance(body, dict):
        raise TypeError("the body must be an object")
    return body


def _text(body: dict[str, Any], name: str) -> str:
    value = body[name]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{name} must be a text")
    return value
