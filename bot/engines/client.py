"""Calls to one engine over its own channel: bounded in time and size, and told apart by failure."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2

from bot.emergency.names import TOLD
from bot.engines.asking import PATH
from bot.engines.replies import (
    LARGEST_BYTES,
    Answer,
    Garbage,
    read_answer,
    read_object,
    read_understood,
)

#: Seconds. Longer than an action may take, so that a filing is waited for.
ANSWER_SECONDS = 20.0
CONNECT_SECONDS = 1.0
PROBE = "Mag ik het dossier van mijn kind inzien?"
# An engine works on one message at a time: more at once would only wait there instead of here.
_AT_ONCE = 16


class EngineAway(Exception):
    """It was not reached: nothing was done with the message."""


class EngineLost(Exception):
    """It was reached and gave no answer: it may have acted on the message.

    Sending it again with `again` is harmless: the engine then gives the answer that it gave before,
    and a form that was filed has the same filing key. `in_time` is False when it was waited for.
    """

    def __init__(self, *, in_time: bool) -> None:
        super().__init__("the engine gave no answer")
        self.in_time = in_time


class EngineClient:
    """One engine, and whether it answered lately."""

    def __init__(self, url: str, secret: str) -> None:
        self.url = url
        self.is_up = True
        self._calls = 0
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self._http = httpx2.AsyncClient(
            base_url=url + PATH,
            headers={"X-Engine-Secret": secret},
            timeout=httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
            limits=httpx2.Limits(max_connections=2 * _AT_ONCE, keepalive_expiry=60),
            # Our own processes are never behind a proxy.
            trust_env=False,
        )

    @property
    def is_busy(self) -> bool:
        return self._calls > 0

    async def close(self) -> None:
        await self._http.aclose()

    async def answer(
        self, sender: str, message: str, identity: str, *, again: bool, emergency_told: bool = False
    ) -> Answer:
        """Raises EngineAway, EngineLost or Garbage."""
        body: dict[str, Any] = {
            "sender": sender,
            "message": message,
            "id": identity,
            "again": again,
        }
        if emergency_told:
            body[TOLD] = True
        # Who waits for a place here counts as well: a client with work is not closed.
        self._calls += 1
        try:
            async with self._at_once:
                return read_answer(await self._post("message", body))
        finally:
            self._calls -= 1

    async def parse(self, text: str, *, seconds: float) -> list[list[Any]]:
        """What it understands, in no conversation. Raises EngineAway, EngineLost or Garbage."""
        return read_understood(read_object(await self._post("parse", {"text": text}, seconds)))

    async def erase(self, sender: str, *, seconds: float) -> None:
        """Raises EngineAway, EngineLost or Garbage."""
        if read_object(await self._post("erase", {"sender": sender}, seconds)) != {"erased": True}:
            raise Garbage

    async def _post(
        self, path: str, body: dict[str, Any], seconds: float = ANSWER_SECONDS
    ) -> bytes:
        self._calls += 1
        try:
            # The client's own limits are per read: one byte a second would last for ever.
            async with asyncio.timeout(seconds):
                return await self._read(path, body)
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout) as error:
            raise EngineAway from error
        except (TimeoutError, httpx2.TimeoutException) as error:
            raise EngineLost(in_time=False) from error
        except httpx2.HTTPError as error:
            raise EngineLost(in_time=True) from error
        finally:
            self._calls -= 1

    async def _read(self, path: str, body: dict[str, Any]) -> bytes:
        content = bytearray()
        async with self._http.stream("POST", path, json=body) as response:
            # Not our channel, a wrong secret, or no model yet: it did nothing.
            if response.status_code in (403, 404, 503):
                raise EngineAway
            if response.status_code != 200:
                raise Garbage
            async for chunk in response.aiter_bytes():
                content += chunk
                if len(content) > LARGEST_BYTES:
                    raise Garbage
        return bytes(content)
