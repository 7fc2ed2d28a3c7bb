"""One call to an engine, from a process without an event loop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2

PATH = "/webhooks/dossierwijzer/"


def ask(
    url: str,
    path: str,
    body: Mapping[str, object],
    *,
    secret: str,
    timeout: float | httpx2.Timeout,
) -> Any:
    """What it answers. Raises httpx2.HTTPError, and ValueError for what is no JSON."""
    reply = httpx2.post(
        url + PATH + path,
        json=body,
        headers={"X-Engine-Secret": secret},
        timeout=timeout,
        # Our own processes are never behind a proxy.
        trust_env=False,
    )
    return reply.raise_for_status().json()
