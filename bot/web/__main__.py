"""`python -m bot.web`: serves the public process on WEB_HOST:WEB_PORT until it is stopped."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.quiet_logs import hush, install
from bot.web.app import make_app


def discreet(app: ASGIApp) -> ASGIApp:
    """From the first visitor on nothing that is not ours writes texts to the log."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            hush()
        await app(scope, receive, send)

    return served


class Server(uvicorn.Server):
    """Ends the open streams at the first signal: they would be waited for until the grace is over."""

    def __init__(self, config: uvicorn.Config, end_streams: Callable[[], None]) -> None:
        super().__init__(config)
        self._end_streams = end_streams

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._end_streams()
        super().handle_exit(sig, frame)


def main() -> None:
    install()
    app = make_app()
    config = uvicorn.Config(
        discreet(app),
        host=os.environ.get("WEB_HOST") or "127.0.0.1",
        port=int(os.environ.get("WEB_PORT") or "8080"),
        # Addresses and paths of visitors are personal data: no access log.
        access_log=False,
        log_config=None,
        server_header=False,
        # Only a proxy of ours may say who the visitor is.
        forwarded_allow_ips=os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1"),
        timeout_graceful_shutdown=5,
    )
    Server(config, app.state.chat.end_streams).run()


if __name__ == "__main__":
    main()
