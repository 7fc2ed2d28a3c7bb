"""A real mail server on loopback that does what a test asks: accept, refuse, dawdle, hang or die."""

from __future__ import annotations

import asyncio
import email
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import cast

from aiosmtpd.smtp import SMTP


class Box:
    """What came in; `behaviour` is accept, refuse_address, refuse_mail, later, slow, hang or die."""

    def __init__(self, behaviour: str) -> None:
        self.behaviour = behaviour
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        if self.behaviour == "refuse_address":
            return "550 no such mailbox"
        if self.behaviour == "later":
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        mail = email.message_from_bytes(envelope.content, policy=default)
        if self.behaviour == "refuse_mail":
            return "554 no"
        self.mails.append(cast(EmailMessage, mail))
        if self.behaviour == "die":
            server.transport.abort()
        if self.behaviour == "slow":
            await asyncio.sleep(0.3)
        if self.behaviour == "hang":
            await asyncio.sleep(3600)
        return "250 OK"


@contextmanager
def mail_server(behaviour: str = "accept") -> Iterator[tuple[Box, str]]:
    """The box and the address for SMTP_URL; the server is gone after the block."""
    box, loop = Box(behaviour), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    # Port 0: the system picks a free one.
    making = loop.create_server(lambda: SMTP(box, hostname="test", loop=loop), "127.0.0.1", 0)
    server = asyncio.run_coroutine_threadsafe(making, loop).result(10)
    try:
        yield box, f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        asyncio.run_coroutine_threadsafe(_stop(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _stop(server: asyncio.Server) -> None:
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
