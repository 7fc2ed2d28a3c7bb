"""The action server: loopback only, behind a shared secret, without the domain in each call."""

from __future__ import annotations

import hmac
import os
import warnings
from typing import Any

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import HTTPResponse, Request, Sanic
from sanic.response import json

from actions.registry import ACTIONS
from bot.quiet_logs import hush, install
from bot.settings import read_setting

SECRET_HEADER = "X-Actions-Secret"
# We run a newer SDK than Rasa's on purpose; tests/actions/test_contract.py holds the two together.
warnings.filterwarnings("ignore", message="Your versions of rasa and rasa_sdk")


class Executor(ActionExecutor):
    """The SDK wants a domain with every call; ours reads none, so Rasa need not send 500 kB."""

    def update_and_return_domain(self, payload: dict[str, Any], action_name: str) -> dict[str, Any]:
        return payload.get("domain") or {}


def build(secret: str) -> Sanic:
    """The Sanic app with all our actions; calls without the secret get 403."""
    executor = Executor()
    for action in ACTIONS:
        executor.register_action(action)
    app = create_app(executor, cors_origins=[])

    @app.on_request
    async def only_our_engine(request: Request) -> HTTPResponse | None:
        if request.path == "/health":
            return None
        given = request.headers.get(SECRET_HEADER, "")
        if hmac.compare_digest(given.encode(), secret.encode()):
            return None
        return json({"error": "forbidden"}, status=403)

    @app.on_response
    async def tell_no_tales(request: Request, response: HTTPResponse) -> HTTPResponse | None:
        # The SDK puts the whole conversation in its error replies, and Rasa logs them.
        return json({"error": "internal"}, status=500) if response.status >= 500 else None

    return app


def serve() -> None:
    """Serve until a signal; address and secret come from the environment."""
    secret = read_setting(os.environ, "ACTIONS_SECRET")
    if not secret:
        raise SystemExit("ACTIONS_SECRET ontbreekt. Start met `make run`, of zet de variabele.")
    port = int(os.environ.get("ACTIONS_PORT", "5055"))
    # Elsewhere than on loopback only in a network of our own: see deploy/.
    host = os.environ.get("ACTIONS_HOST", "127.0.0.1")
    install()
    app = build(secret)
    app.register_listener(_hush, "after_server_start")
    app.run(host=host, port=port, single_process=True, access_log=False, motd=False)


async def _hush(_app: Sanic) -> None:
    hush()
