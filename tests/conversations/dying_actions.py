"""An action server that dies after the request is written and before the parent hears of it."""

from __future__ import annotations

import os
import signal

import actions.request_form
from actions.server import serve

_in_transaction = actions.request_form.in_transaction


async def die_after(work):
    await _in_transaction(work)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    actions.request_form.in_transaction = die_after
    serve()
